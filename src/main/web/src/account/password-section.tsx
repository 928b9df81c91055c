import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { fieldError } from '../platform/i18n/problem-text';
import { toast } from '../platform/toasts';
import { longEnough, refusedPassword, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { PasswordField } from '../ui/password-field';
import { Section } from '../ui/section';
import { useForm } from '../ui/use-form';
import { changePassword, keys } from './api';

export function PasswordSection({ email }: { email: string }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, problem, busy, wait, reset } = useForm({
    initial: { current: '', password: '' },
    check: ({ current, password }) =>
      wrong({
        current: current === '' ? t.form.required : undefined,
        password: longEnough(t, password),
      }),
    async send({ current, password }) {
      await changePassword(current, password);
      toast(t.account.changed);
      void client.invalidateQueries({ queryKey: keys.sessions });
      reset();
    },
    fieldOf: (problem) =>
      wrong({
        current: fieldError(problem, 'current') && t.account.currentWrong,
        password: refusedPassword(t, problem, 'password'),
      }),
  });
  return (
    <Section title={t.account.passwordTitle} text={t.account.passwordText}>
      <form {...form} className="flex flex-col gap-4 p-5">
        {/* Tells password managers whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          {...field('current')}
          label={t.account.current}
          autoComplete="current-password"
        />
        <PasswordField
          {...field('password')}
          label={t.account.new}
          hint={t.form.passwordHint}
          autoComplete="new-password"
        />
        <FormEnd problem={problem} busy={busy} wait={wait}>
          {t.account.change}
        </FormEnd>
      </form>
    </Section>
  );
}
