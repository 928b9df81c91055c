import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Progress } from '../ui/progress';
import type { SourceRun } from '../wire/types';
import { isBusy } from './use-sources';

const TONES = {
  waiting: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const;

export const RunBadge = ({ run }: { run: SourceRun }) => {
  const t = useText();
  return <Badge tone={TONES[run.state]}>{t.sources.states[run.state]}</Badge>;
};

const OUTCOMES = ['added', 'changed', 'removed', 'unchanged', 'failed', 'skipped'] as const;

/** What a run came to, or how far it is. */
export function RunLine({ run }: { run: SourceRun }) {
  const t = useText();
  const formats = useFormats();
  const { counts } = run;
  const done = counts.added + counts.changed + counts.unchanged + counts.failed + counts.skipped;
  const said = OUTCOMES.filter((name) => counts[name] > 0).map((name) =>
    t.sources.counts[name](counts[name]),
  );
  const when = run.finished_at ?? run.started_at ?? run.asked_at;
  return (
    <div className="mt-2 text-sm">
      {isBusy(run) && (
        <>
          <p role="status" className="tabular-nums text-muted">
            {run.state === 'waiting'
              ? t.sources.waiting
              : t.sources.progress(done, Math.max(done, counts.listed))}
          </p>
          <Progress
            label={t.sources.states.running}
            share={counts.listed > 0 ? Math.min(1, done / counts.listed) : undefined}
            className="mt-2"
          />
        </>
      )}
      {!isBusy(run) && (
        <p className="tabular-nums text-muted">
          {[formats.dateTime(when), said.length > 0 ? said.join(', ') : t.sources.nothing].join(
            ' · ',
          )}
        </p>
      )}
      {run.error && (
        <p className="mt-1 text-danger [overflow-wrap:anywhere]">
          {t.sources.errors[run.error.code] ?? run.error.message}
        </p>
      )}
      {run.ended_by && <p className="mt-1 text-warn">{t.sources.endedBy[run.ended_by]}</p>}
    </div>
  );
}
