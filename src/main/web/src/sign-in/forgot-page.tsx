import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { emailLike, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Sheet } from '../ui/sheet';
import { useForm } from '../ui/use-form';
import { sendResetLink } from './api';

export function ForgotPage() {
  const t = useText();
  const [sentTo, setSentTo] = useState<string | null>(null);
  useTitle(t.forgot.title);
  if (sentTo !== null) {
    return (
      <Sheet title={t.forgot.sentTitle} lead={t.forgot.sentText(sentTo)}>
        <Link to="/sign-in" className={buttonClass('plain')}>
          {t.signIn.back}
        </Link>
      </Sheet>
    );
  }
  return (
    <Sheet title={t.forgot.title} lead={t.forgot.lead}>
      <ForgotForm onSent={setSentTo} />
      <p className="mt-7 border-t border-line pt-5 text-sm">
        <Link to="/sign-in" className="font-medium text-accent hover:underline">
          {t.signIn.back}
        </Link>
      </p>
    </Sheet>
  );
}

function ForgotForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { email: '' },
    check: ({ email }) => wrong({ email: emailLike(t, email) }),
    async send({ email }) {
      await sendResetLink(email.trim());
      onSent(email.trim());
    },
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
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.forgot.go}
      </FormEnd>
    </form>
  );
}
