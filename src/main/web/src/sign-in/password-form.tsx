import { useText } from '../platform/i18n';
import { CallFailed } from '../platform/problem';
import { Link } from '../platform/router';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { PasswordField } from '../ui/password-field';
import { useForm } from '../ui/use-form';
import type { LoginRequest, SignedIn } from '../wire/types';
import { logIn } from './api';

interface PasswordFormProps {
  onSignedIn: (answer: SignedIn) => void;
  /** The password is right, and a second factor is on. */
  onCodeWanted: (login: LoginRequest) => void;
}

export function PasswordForm({ onSignedIn, onCodeWanted }: PasswordFormProps) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) =>
      wrong({ email: filled(t, email), password: password === '' ? t.form.required : undefined }),
    async send({ email, password }) {
      const login = { email: email.trim(), password };
      try {
        onSignedIn(await logIn(login));
      } catch (error) {
        if (!(error instanceof CallFailed) || error.problem.code !== 'code_required') throw error;
        onCodeWanted(login);
      }
    },
    fieldOf: ({ status }) => (status === 401 ? { password: t.signIn.wrong } : {}),
  });
  return (
    <form {...form} className="flex flex-col gap-5">
      <Field
        {...field('email')}
        label={t.signIn.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <div>
        <PasswordField
          {...field('password')}
          label={t.signIn.password}
          autoComplete="current-password"
        />
        <p className="mt-2 text-sm">
          <Link
            to="/forgot"
            className="coarse:inline-block coarse:py-2.5 text-muted underline-offset-4 hover:text-ink hover:underline"
          >
            {t.signIn.forgot}
          </Link>
        </p>
      </div>
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.signIn.go}
      </FormEnd>
    </form>
  );
}
