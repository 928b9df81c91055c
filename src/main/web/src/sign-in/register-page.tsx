import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { Link, useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import { Field } from '../ui/field';
import { emailLike, filled, longEnough, refusedPassword, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { ProblemNote, Skeleton } from '../ui/notes';
import { PasswordField } from '../ui/password-field';
import { Sheet } from '../ui/sheet';
import { useForm } from '../ui/use-form';
import type { SignedIn } from '../wire/types';
import { makeAccount, useMethods } from './api';
import { useEntry } from './entry';

/** `/register#token` for who was invited; without a token where everybody may. */
export function RegisterPage() {
  const t = useText();
  const invitation = useHash().replace(/^#/, '');
  const methods = useMethods();
  const enter = useEntry();
  useTitle(t.register.title);
  const registration = methods.data?.registration;
  const allowed = registration === 'open' || (registration === 'invitation' && invitation !== '');
  if (methods.data && !allowed) {
    return (
      <Sheet title={t.register.closedTitle} lead={t.register.closedText}>
        <ToSignIn />
      </Sheet>
    );
  }
  return (
    <Sheet title={t.register.title} lead={invitation === '' ? t.register.open : t.register.invited}>
      {methods.isPending && <Skeleton lines={5} />}
      {methods.isError && (
        <ProblemNote problem={problemIn(methods.error)} retry={() => void methods.refetch()} />
      )}
      {methods.data && <RegisterForm invitation={invitation} onSignedIn={enter} />}
      <p className="mt-7 border-t border-line pt-5 text-sm text-muted">
        {t.register.have} <ToSignIn />
      </p>
    </Sheet>
  );
}

function ToSignIn() {
  const t = useText();
  return (
    <Link to="/sign-in" className="text-sm font-medium text-accent hover:underline">
      {t.signIn.go}
    </Link>
  );
}

interface RegisterFormProps {
  invitation: string;
  onSignedIn: (answer: SignedIn) => void;
}

function RegisterForm({ invitation, onSignedIn }: RegisterFormProps) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { name: '', email: '', password: '' },
    check: ({ name, email, password }) =>
      wrong({
        name: filled(t, name),
        email: emailLike(t, email),
        password: longEnough(t, password),
      }),
    send: async ({ name, email, password }) =>
      onSignedIn(
        await makeAccount({
          name: name.trim(),
          email: email.trim(),
          password,
          ...(invitation !== '' && { invitation }),
        }),
      ),
    fieldOf: (problem) =>
      wrong({
        email: problem.code === 'email_taken' ? problemText(t, problem) : undefined,
        password: refusedPassword(t, problem, 'password'),
      }),
  });
  return (
    <form {...form} className="flex flex-col gap-5">
      <Field
        {...field('name')}
        label={t.register.name}
        maxLength={100}
        autoComplete="name"
        autoFocus
      />
      <Field
        {...field('email')}
        label={t.signIn.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <PasswordField
        {...field('password')}
        label={t.signIn.password}
        hint={t.form.passwordHint}
        autoComplete="new-password"
      />
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.register.go}
      </FormEnd>
    </form>
  );
}
