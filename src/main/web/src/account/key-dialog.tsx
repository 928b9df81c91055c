import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SecretBox } from '../ui/secret-box';
import type { MadeKey } from '../wire/types';
import { keys } from './api';
import { KeyForm } from './key-form';

/** Makes a key, then shows its text this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const [made, setMade] = useState<MadeKey | null>(null);
  if (made === null) {
    return (
      <Dialog title={t.apiKeys.make} onClose={onClose}>
        <KeyForm
          onCancel={onClose}
          onMade={(answer) => {
            setMade(answer);
            void client.invalidateQueries({ queryKey: keys.apiKeys });
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog key="made" title={t.apiKeys.madeTitle} onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <p className="text-sm text-muted">{t.apiKeys.madeText}</p>
        <SecretBox label={t.apiKeys.madeLabel} text={made.text} testId="api-key" />
        <Button look="primary" className="self-end" onClick={onClose}>
          {t.apiKeys.done}
        </Button>
      </div>
    </Dialog>
  );
}
