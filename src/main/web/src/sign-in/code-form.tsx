import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { Sheet } from '../ui/sheet';
import { useForm } from '../ui/use-form';
import type { LoginRequest, SignedIn } from '../wire/types';
import { logIn } from './api';

interface CodeFormProps {
  login: LoginRequest;
  onSignedIn: (answer: SignedIn) => void;
  onBack: () => void;
}

const APP_CODE = /^\d{6}$/;

/** The second factor: a code of the app, or one of the codes kept for its loss. */
export function CodeForm({ login, onSignedIn, onBack }: CodeFormProps) {
  const t = useText();
  const [recovery, setRecovery] = useState(false);
  useTitle(t.signIn.codeTitle);
  return (
    <Sheet title={t.signIn.codeTitle} lead={recovery ? t.signIn.recoveryText : t.signIn.codeText}>
      <OneCode key={String(recovery)} login={login} recovery={recovery} onSignedIn={onSignedIn} />
      <div className="mt-5 flex flex-wrap justify-between gap-2 border-t border-line pt-4">
        <Button look="quiet" small className="-ml-2.5" onClick={() => setRecovery(!recovery)}>
          {recovery ? t.signIn.useApp : t.signIn.useRecovery}
        </Button>
        <Button look="quiet" small className="-mx-2.5" onClick={onBack}>
          {t.signIn.otherAccount}
        </Button>
      </div>
    </Sheet>
  );
}

interface OneCodeProps {
  login: LoginRequest;
  recovery: boolean;
  onSignedIn: (answer: SignedIn) => void;
}

function OneCode({ login, recovery, onSignedIn }: OneCodeProps) {
  const t = useText();
  const clean = (code: string) => code.replaceAll(/\s+/g, '');
  const { form, field, problem, busy, wait } = useForm({
    initial: { code: '' },
    check({ code }) {
      if (clean(code) === '') return { code: t.form.required };
      return recovery || APP_CODE.test(clean(code)) ? {} : { code: t.signIn.codeShort };
    },
    send: async ({ code }) => onSignedIn(await logIn({ ...login, code: clean(code) })),
    fieldOf: ({ status }) => (status === 401 ? { code: t.signIn.codeWrong } : {}),
  });
  return (
    <form {...form} className="flex flex-col gap-5">
      <Field
        {...field('code')}
        label={recovery ? t.signIn.recoveryCode : t.signIn.code}
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        autoFocus
      />
      <FormEnd wide problem={problem} busy={busy} wait={wait}>
        {t.signIn.go}
      </FormEnd>
    </form>
  );
}
