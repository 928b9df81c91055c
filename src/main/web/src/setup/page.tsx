import { useText } from '../platform/i18n';
import { useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import { Sheet } from '../ui/sheet';
import { SetupForm } from './form';

/** `/setup#token`, as the server printed it when it first started. */
export function SetupPage() {
  const t = useText();
  const token = useHash().replace(/^#/, '');
  useTitle(t.setup.title);
  if (token === '') return <Sheet title={t.setup.noToken} lead={t.setup.noTokenText} />;
  return (
    <Sheet title={t.setup.title} lead={t.setup.lead}>
      <SetupForm token={token} />
    </Sheet>
  );
}
