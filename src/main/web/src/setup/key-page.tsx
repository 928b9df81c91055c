import { useState } from 'react';
import { queryClient } from '../platform/client';
import { useText } from '../platform/i18n';
import { acceptKey, keyStore } from '../platform/key';
import { useStore } from '../platform/store';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Sheet } from './sheet';

/** Shown when the server answers 401. */
export function KeyPage() {
  const t = useText();
  const { key } = useStore(keyStore);
  const [typed, setTyped] = useState('');
  useTitle(t.key.title);
  const wrong = key !== null && typed === '';
  return (
    <Sheet title={t.key.title} lead={t.key.text}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          acceptKey(typed.trim());
          setTyped('');
          queryClient.clear();
        }}
      >
        <Field
          label={t.key.label}
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          error={wrong ? t.key.wrong : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="primary" type="submit" className="h-10" disabled={typed.trim() === ''}>
          {t.key.go}
        </Button>
      </form>
      <p className="mt-6 border-t border-line pt-4 text-sm leading-relaxed text-muted">
        {t.key.help}
      </p>
    </Sheet>
  );
}
