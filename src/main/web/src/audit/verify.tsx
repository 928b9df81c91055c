import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { ProblemNote } from '../ui/notes';
import { verifyEvents } from './api';

export const useVerifying = () => useMutation({ mutationFn: verifyEvents });

type Verifying = ReturnType<typeof useVerifying>;

export function VerifyButton({ verifying }: { verifying: Verifying }) {
  const t = useText();
  return (
    <Button disabled={verifying.isPending} onClick={() => verifying.mutate()}>
      <ShieldCheck size={16} aria-hidden="true" />
      {verifying.isPending ? t.audit.verifying : t.audit.verify}
    </Button>
  );
}

/** What the check of the whole log found. */
export function Verdict({ verifying }: { verifying: Verifying }) {
  const t = useText();
  const { data, error } = verifying;
  const Icon = data?.ok ? ShieldCheck : ShieldAlert;
  return (
    <div aria-live="polite">
      {error && <ProblemNote className="mt-5" problem={problemIn(error)} />}
      {data && (
        <div
          data-testid="verdict"
          className={classes(
            'mt-5 flex items-start gap-3 rounded-xl px-4 py-3',
            data.ok ? 'bg-accent-soft' : 'bg-danger-soft',
          )}
        >
          <Icon
            size={20}
            aria-hidden="true"
            className={classes('mt-px shrink-0', data.ok ? 'text-accent' : 'text-danger')}
          />
          <div className="min-w-0 text-sm">
            <p className={classes('font-medium', data.ok ? 'text-accent' : 'text-danger')}>
              {data.ok ? t.audit.sound : t.audit.broken}
            </p>
            {data.fault && (
              <p className="mt-0.5 text-ink">
                {t.audit.brokenText(
                  data.fault.seq,
                  t.audit.reasons[data.fault.reason] ?? data.fault.reason,
                )}
              </p>
            )}
            <p className="mt-0.5 text-ink">{t.audit.soundText(data.checked)}</p>
          </div>
        </div>
      )}
    </div>
  );
}
