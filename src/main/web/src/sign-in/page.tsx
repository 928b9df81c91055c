import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Link, useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { classes } from '../ui/classes';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Sheet } from '../ui/sheet';
import type { LoginRequest, SignInMethods } from '../wire/types';
import { useMethods } from './api';
import { CodeForm } from './code-form';
import { useEntry, useWantedPlace } from './entry';
import { PasswordForm } from './password-form';

export function SignInPage() {
  const t = useText();
  const methods = useMethods();
  const enter = useEntry();
  const [proven, setProven] = useState<LoginRequest | null>(null);
  useTitle(t.signIn.title);
  if (proven !== null) {
    return <CodeForm login={proven} onSignedIn={enter} onBack={() => setProven(null)} />;
  }
  if (methods.data?.setup_needed) {
    return <Sheet title={t.signIn.setupNeeded} lead={t.signIn.setupNeededText} />;
  }
  return (
    <Sheet title={t.signIn.title} lead={t.signIn.lead}>
      <ElsewhereFailed />
      {methods.isPending && <Skeleton lines={4} />}
      {methods.isError && (
        <ProblemNote problem={problemIn(methods.error)} retry={() => void methods.refetch()} />
      )}
      {methods.data && <Elsewhere methods={methods.data} />}
      {methods.data?.password && <PasswordForm onSignedIn={enter} onCodeWanted={setProven} />}
      {methods.data?.registration === 'open' && (
        <p className="mt-7 border-t border-line pt-5 text-sm text-muted">
          {t.signIn.noAccount}{' '}
          <Link to="/register" className="font-medium text-accent hover:underline">
            {t.signIn.register}
          </Link>
        </p>
      )}
    </Sheet>
  );
}

/** An account from elsewhere. Leaves this site, so what is wanted goes along. */
function Elsewhere({ methods }: { methods: SignInMethods }) {
  const t = useText();
  const place = useWantedPlace();
  if (!methods.oidc) return null;
  return (
    <>
      <a
        href={
          place === '/'
            ? methods.oidc.start
            : `${methods.oidc.start}?return=${encodeURIComponent(place)}`
        }
        className={classes(buttonClass(methods.password ? 'plain' : 'primary'), 'h-10! w-full')}
      >
        {t.signIn.withOther(methods.oidc.name)}
      </a>
      {methods.password && (
        <div className="my-5 flex items-center gap-3 text-xs text-muted">
          <span className="h-px flex-1 bg-line" />
          {t.signIn.or}
          <span className="h-px flex-1 bg-line" />
        </div>
      )}
    </>
  );
}

const FAILED = '#oidc_error=';

function ElsewhereFailed() {
  const t = useText();
  const hash = useHash();
  if (!hash.startsWith(FAILED)) return null;
  const reasons: Partial<Record<string, string>> = t.signIn.elsewhereReasons;
  return (
    <p role="alert" className="mb-5 rounded-xl bg-danger-soft px-4 py-3 text-sm">
      {reasons[hash.slice(FAILED.length)] ?? t.signIn.elsewhereFailed}
    </p>
  );
}
