import { useText } from '../platform/i18n';
import { go, Link, useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import { toast } from '../platform/toasts';
import { buttonClass } from '../ui/button';
import { longEnough, refusedPassword, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { PasswordField } from '../ui/password-field';
import { Sheet } from '../ui/sheet';
import { useForm } from '../ui/use-form';
import { resetPassword } from './api';

/** `/reset#token` of the mail. */
export function ResetPage() {
  const t = useText();
  const token = useHash().replace(/^#/, '');
  useTitle(t.forgot.resetTitle);
  if (token === '') {
    return (
      <Sheet title={t.forgot.noToken} lead={t.forgot.noTokenText}>
        <Link to="/forgot" className={buttonClass('primary')}>
          {t.forgot.again}
        </Link>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.forgot.resetTitle} lead={t.forgot.resetLead}>
      <ResetForm token={token} />
      <p className="mt-7 border-t border-line pt-5 text-sm">
        <Link to="/forgot" className="font-medium text-accent hover:underline">
          {t.forgot.again}
        </Link>
      </p>
    </Sheet>
  );
}

function ResetForm({ token }: { token: string }) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { password: '' },
    check: ({ password }) => wrong({ password: longEnough(t, password) }),
    async send({ password }) {
      await resetPassword(token, password);
      toast(t.forgot.done);
      go('/sign-in', { replace: true });
    },
    fieldOf: (problem) => wrong({ password: refusedPassword(t, problem, 'password') }),
  });
  return (
    <form {...form} className="flex flex-col gap-5">
      <PasswordField
        {...field('password')}
        label={t.forgot.newPassword}
        hint={t.form.passwordHint}
        autoComplete="new-password"
        autoFocus
      />
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.forgot.save}
      </FormEnd>
    </form>
  );
}
