import { Ellipsis, FileText, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Menu } from '../ui/menu';
import type { Source } from '../wire/types';
import { cancelRun, removeSource, startRun } from './api';
import { MissingNote } from './missing-note';
import { ReportDialog } from './report-dialog';
import { RunBadge, RunLine } from './run-line';
import { isBusy, useQuietly } from './use-sources';

interface SourceRowProps {
  source: Source;
  /** What its base is called; empty where there is only one. */
  base: string;
  writes: boolean;
  onEdit: () => void;
}

export function SourceRow({ source, base, writes, onEdit }: SourceRowProps) {
  const t = useText();
  const formats = useFormats();
  const quietly = useQuietly();
  const [open, setOpen] = useState<'report' | 'remove' | null>(null);
  const run = source.last_run;
  const busy = isBusy(run);
  return (
    <li className="border-b border-line px-4 py-4 last:border-b-0 sm:px-5">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span className="[overflow-wrap:anywhere]">{source.name}</span>
            {run && <RunBadge run={run} />}
          </h2>
          <p className="mt-0.5 text-xs text-muted [overflow-wrap:anywhere]">
            {t.sources.kinds[source.kind]} · <span className="font-mono">{source.address}</span>
          </p>
          <p className="mt-1 text-xs text-muted">
            {base !== '' && `${base} · `}
            {t.sources.pages(source.pages)} ·{' '}
            {source.next_run_at === undefined || busy
              ? t.sources.schedule(source.every_hours)
              : t.sources.next(formats.dateTime(source.next_run_at))}
          </p>
        </div>
        <div className="flex items-center gap-1">
          {writes && busy && run && (
            <Button small onClick={() => quietly(cancelRun(source.id, run.id))}>
              {t.sources.cancel}
            </Button>
          )}
          {writes && !busy && (
            <Button small onClick={() => quietly(startRun(source.id))}>
              {t.sources.runNow}
            </Button>
          )}
          <Menu
            label={t.sources.menu(source.name)}
            trigger={<Ellipsis size={17} />}
            items={[
              ...(run
                ? [
                    {
                      label: t.sources.report,
                      icon: <FileText size={15} />,
                      act: () => setOpen('report'),
                    },
                  ]
                : []),
              ...(writes
                ? [
                    { label: t.sources.edit, icon: <Pencil size={15} />, act: onEdit },
                    {
                      label: t.sources.remove,
                      icon: <Trash2 size={15} />,
                      danger: true,
                      act: () => setOpen('remove'),
                    },
                  ]
                : []),
            ]}
            className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
          />
        </div>
      </div>
      {run && <RunLine run={run} />}
      {run && !busy && run.missing > 0 && (
        <MissingNote
          run={run}
          onForget={
            writes && run.state === 'done' ? () => quietly(startRun(source.id, true)) : undefined
          }
        />
      )}
      {open === 'report' && run && <ReportDialog source={source} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <Confirm
          title={t.sources.removeTitle(source.name)}
          text={t.sources.removeText(source.pages)}
          act={t.sources.removeAct}
          onAct={() => removeSource(source.id).then(() => quietly(Promise.resolve()))}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  );
}
