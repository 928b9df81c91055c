import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import type { SetupAnswer } from '../wire/types';
import { SetupDone } from './done';
import { SetupForm } from './form';
import { Sheet } from './sheet';

export function SetupPage() {
  const t = useText();
  const token = useHash().replace(/^#/, '');
  const [answer, setAnswer] = useState<SetupAnswer | null>(null);
  useTitle(t.setup.title);
  if (answer !== null) return <SetupDone answer={answer} />;
  if (token === '') return <Sheet title={t.setup.noToken} lead={t.setup.noTokenText} />;
  return (
    <Sheet title={t.setup.title} lead={t.setup.lead}>
      <SetupForm token={token} onDone={setAnswer} />
    </Sheet>
  );
}
