import { useText } from '../platform/i18n';
import { fieldError } from '../platform/i18n/problem-text';
import { CopyButton } from '../ui/copy-button';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { TotpSeed } from '../wire/types';
import { confirmTotp } from './api';
import { QrCode } from './qr-code';

interface TotpConfirmProps {
  seed: TotpSeed;
  onConfirmed: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

export function TotpConfirm({ seed, onConfirmed, onCancel }: TotpConfirmProps) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { code: '' },
    check: ({ code }) =>
      /^\d{6}$/.test(code.replaceAll(/\s+/g, '')) ? {} : { code: t.signIn.codeShort },
    send: async ({ code }) => onConfirmed(await confirmTotp(code.replaceAll(/\s+/g, ''))),
    fieldOf: (problem) => (fieldError(problem, 'code') ? { code: t.signIn.codeWrong } : {}),
  });
  return (
    <form {...form} className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
      <p className="text-sm text-muted">{t.account.totpScan}</p>
      <div className="flex flex-col items-center gap-4">
        <QrCode text={seed.uri} label={t.account.totpQr} />
        <div className="w-full">
          <p className="text-xs text-muted">{t.account.totpSecret}</p>
          <p className="mt-1 flex items-center gap-1">
            <code className="min-w-0 font-mono text-sm tracking-wide [overflow-wrap:anywhere]">
              {(seed.secret.match(/.{1,4}/g) ?? []).join(' ')}
            </code>
            <CopyButton text={() => seed.secret} />
          </p>
        </div>
      </div>
      <Field
        {...field('code')}
        label={t.account.totpCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        autoFocus
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onCancel}>
        {t.account.totpConfirm}
      </FormEnd>
    </form>
  );
}
