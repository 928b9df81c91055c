import type { ComponentProps } from 'react';
import { useText } from '../platform/i18n';
import { Field } from '../ui/field';
import type { ToolCredentialRequest } from '../wire/types';

type FieldOf = (name: 'header' | 'secret') => Partial<ComponentProps<typeof Field>>;

/** The header that a server is sent, and its value. */
export function CredentialFields({ field, hint }: { field: FieldOf; hint?: string | undefined }) {
  const t = useText();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        {...field('header')}
        label={t.tools.header}
        hint={t.tools.headerHint}
        maxLength={64}
        autoComplete="off"
      />
      <Field
        {...field('secret')}
        label={t.tools.secret}
        hint={hint ? t.tools.secretKept(hint) : t.tools.secretHint}
        type="password"
        maxLength={4096}
        autoComplete="off"
      />
    </div>
  );
}

/** What is sent for it: nothing where the value is empty. */
export const credentialOf = (
  header: string,
  secret: string,
): { credential?: ToolCredentialRequest } =>
  header.trim() === '' || secret.trim() === ''
    ? {}
    : { credential: { header: header.trim(), value: secret.trim() } };
