import { useQueryClient } from '@tanstack/react-query';
import { call } from '../platform/http';
import { useText } from '../platform/i18n';
import { go } from '../platform/router';
import { acceptSignIn } from '../platform/sign-in';
import { toast } from '../platform/toasts';
import { Field } from '../ui/field';
import { emailLike, filled, longEnough, refusedPassword, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { PasswordField } from '../ui/password-field';
import { useForm } from '../ui/use-form';
import type { SetupRequest, SignedIn } from '../wire/types';

const INITIAL = { workspace_name: '', owner_name: '', owner_email: '', owner_password: '' };

/** Names the workspace and makes its owner, who is signed in afterwards. */
export function SetupForm({ token }: { token: string }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, problem, busy, wait } = useForm({
    initial: INITIAL,
    check: (values) =>
      wrong({
        workspace_name: filled(t, values.workspace_name),
        owner_name: filled(t, values.owner_name),
        owner_email: emailLike(t, values.owner_email),
        owner_password: longEnough(t, values.owner_password),
      }),
    async send(values) {
      const body: SetupRequest = {
        token,
        workspace_name: values.workspace_name.trim(),
        owner_name: values.owner_name.trim(),
        owner_email: values.owner_email.trim(),
        owner_password: values.owner_password,
      };
      acceptSignIn(await call<SignedIn>('/api/v1/setup', { method: 'POST', body, open: true }));
      client.clear();
      toast(t.setup.done);
      go('/', { replace: true });
    },
    fieldOf: (problem) => wrong({ owner_password: refusedPassword(t, problem, 'owner_password') }),
  });
  return (
    <form {...form} className="flex flex-col gap-5">
      <Field
        {...field('workspace_name')}
        label={t.setup.workspace}
        hint={t.setup.workspaceHint}
        maxLength={100}
        autoComplete="organization"
        autoFocus
      />
      <Field {...field('owner_name')} label={t.setup.owner} maxLength={100} autoComplete="name" />
      <Field
        {...field('owner_email')}
        label={t.setup.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <PasswordField
        {...field('owner_password')}
        label={t.setup.password}
        hint={t.form.passwordHint}
        autoComplete="new-password"
      />
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.setup.create}
      </FormEnd>
    </form>
  );
}
