import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemIn } from '../platform/problem';
import { Dialog } from '../ui/dialog';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Select } from '../ui/select';
import type { Source, SourceEvent, SourceRun } from '../wire/types';
import { RunLine } from './run-line';
import { useReport, useRuns } from './use-sources';

/** What the last runs of a source did, page by page. */
export function ReportDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useText();
  const formats = useFormats();
  const runs = useRuns(source);
  const [chosen, setChosen] = useState(source.last_run?.id ?? '');
  const all = runs.data?.runs ?? (source.last_run ? [source.last_run] : []);
  const run = all.find(({ id }) => id === chosen) ?? all[0];
  return (
    <Dialog title={t.sources.reportTitle(source.name)} at="right" onClose={onClose}>
      <div className="flex min-h-0 flex-1 flex-col gap-4 px-5 pb-5">
        <Select
          label={t.sources.run}
          value={run?.id ?? ''}
          choices={all.map((one) => ({
            value: one.id,
            label: `${formats.dateTime(one.asked_at)} · ${t.sources.states[one.state]}`,
          }))}
          onChoose={setChosen}
        />
        {run && <Report source={source.id} run={run} />}
      </div>
    </Dialog>
  );
}

function Report({ source, run }: { source: string; run: SourceRun }) {
  const t = useText();
  const report = useReport(source, run);
  if (report.isPending) return <Skeleton lines={6} />;
  if (report.isError) {
    return <ProblemNote problem={problemIn(report.error)} retry={() => void report.refetch()} />;
  }
  const { events } = report.data;
  return (
    <>
      <RunLine run={report.data.run} />
      {events.length === 0 ? (
        <p className="text-sm text-muted">{t.sources.noEvents}</p>
      ) : (
        <ul tabIndex={0} aria-label={t.sources.events} className="min-h-0 flex-1 overflow-y-auto">
          {events.map((event) => (
            <Line key={event.url + event.outcome} event={event} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ event }: { event: SourceEvent }) {
  const t = useText();
  const why = event.code === '' ? '' : (t.sources.reasons[event.code] ?? event.detail);
  return (
    <li className="border-b border-line py-2 text-sm last:border-b-0">
      <p className="font-mono text-xs [overflow-wrap:anywhere]">{event.url}</p>
      <p className={event.outcome === 'failed' ? 'mt-0.5 text-danger' : 'mt-0.5 text-muted'}>
        {t.sources.outcomes[event.outcome]}
        {why !== '' && ` · ${why}`}
      </p>
    </li>
  );
}
