import { useText } from '../platform/i18n';
import { fieldError } from '../platform/i18n/problem-text';
import { FormEnd } from '../ui/form-end';
import { PasswordField } from '../ui/password-field';
import { useForm } from '../ui/use-form';

interface PasswordProofProps {
  text: string;
  act: string;
  send: (password: string) => Promise<void>;
  onCancel: () => void;
}

/** Asks for the password once more before something that matters. */
export function PasswordProof({ text, act, send, onCancel }: PasswordProofProps) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { password: '' },
    check: ({ password }) => (password === '' ? { password: t.form.required } : {}),
    send: ({ password }) => send(password),
    fieldOf: (problem) =>
      fieldError(problem, 'password') ? { password: t.account.currentWrong } : {},
  });
  return (
    <form {...form} className="flex flex-col gap-4 px-5 pb-5">
      <p className="text-sm text-muted">{text}</p>
      <PasswordField
        {...field('password')}
        label={t.signIn.password}
        autoComplete="current-password"
        autoFocus
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onCancel}>
        {act}
      </FormEnd>
    </form>
  );
}
