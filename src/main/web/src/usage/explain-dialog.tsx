import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemIn } from '../platform/problem';
import { goWithQuery } from '../platform/router';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { ProblemNote, Skeleton } from '../ui/notes';
import { explainCall, keys } from './api';
import { AttemptView } from './attempt-view';

interface ExplainDialogProps {
  /** As it stands in the address; empty before one is given. */
  requestId: string;
  onClose: () => void;
}

/** Where one request went, what was tried, and what each try cost. */
export function ExplainDialog({ requestId, onClose }: ExplainDialogProps) {
  const t = useText();
  const [typed, setTyped] = useState(requestId);
  return (
    <Dialog title={t.explain.title} at="right" onClose={onClose}>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 pb-8">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            goWithQuery({ request: typed.trim() });
          }}
        >
          <Field
            label={t.explain.id}
            hint={t.explain.idHint}
            value={typed}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" look="primary" className="self-end" disabled={typed.trim() === ''}>
            {t.explain.find}
          </Button>
        </form>
        {requestId !== '' && <Explained key={requestId} requestId={requestId} />}
      </div>
    </Dialog>
  );
}

function Explained({ requestId }: { requestId: string }) {
  const t = useText();
  const formats = useFormats();
  const found = useQuery({
    queryKey: keys.call(requestId),
    queryFn: ({ signal }) => explainCall(requestId, signal),
  });
  if (found.isPending) return <Skeleton lines={4} className="mt-5" />;
  if (found.isError) {
    const problem = problemIn(found.error);
    return (
      <ProblemNote
        className="mt-5"
        problem={problem}
        title={problem.status === 404 ? t.explain.none : undefined}
      />
    );
  }
  const { attempts, cost_nano: cost } = found.data;
  return (
    <section aria-label={t.explain.attempts} className="mt-5">
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <span className="text-muted">{t.explain.tries(attempts.length)}</span>
        <span className="font-medium tabular-nums">{formats.price(cost)}</span>
      </p>
      <ol className="mt-2 flex flex-col gap-2">
        {attempts.map((attempt) => (
          <AttemptView key={`${attempt.number} ${attempt.started_at}`} attempt={attempt} />
        ))}
      </ol>
    </section>
  );
}
