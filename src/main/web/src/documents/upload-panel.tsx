import { CircleAlert, CircleCheck, RotateCw } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { useStore } from '../platform/store';
import { useRefusalText } from '../reader/refusal-text';
import { Button, IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { Progress } from '../ui/progress';
import {
  clearUploads,
  isGoing,
  retryUpload,
  stopUploads,
  type Upload,
  uploadStore,
} from './uploads';

const MOST_LINES = 8;

/** What was added in this visit and has not simply gone well. */
export function UploadPanel({ className }: { className?: string }) {
  const t = useText();
  const uploads = useStore(uploadStore);
  if (uploads.length === 0) return null;
  const going = uploads.filter(isGoing);
  const sent = uploads.filter(({ state }) => state.kind === 'sent').length;
  const bad = uploads.filter(({ state }) => state.kind === 'refused' || state.kind === 'failed');
  const lines = [...bad, ...going.filter(({ state }) => state.kind === 'sending')];
  const total = going.length + sent;
  return (
    <section
      aria-label={t.uploads.title}
      className={classes('enter rounded-xl border border-line bg-surface', className)}
    >
      <header className="flex min-h-11 items-center gap-3 py-1 pl-4 pr-2">
        <p role="status" className="min-w-0 flex-1 text-sm font-medium">
          {[
            going.length > 0 && t.uploads.going(going.length),
            going.length === 0 && sent > 0 && t.uploads.done(sent),
            bad.length > 0 && t.uploads.refused(bad.length),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {going.length > 0 ? (
          <Button look="quiet" small onClick={stopUploads}>
            {t.uploads.stopAll}
          </Button>
        ) : (
          <Button look="quiet" small onClick={clearUploads}>
            {t.uploads.clear}
          </Button>
        )}
      </header>
      {going.length > 0 && (
        <Progress
          label={t.uploads.title}
          share={total === 0 ? undefined : shareOf(uploads)}
          className="mx-4 mb-2"
        />
      )}
      {lines.length > 0 && (
        <ul className="border-t border-line">
          {lines.slice(0, MOST_LINES).map((upload) => (
            <UploadLine key={upload.id} upload={upload} />
          ))}
          {lines.length > MOST_LINES && (
            <li className="px-4 py-2 text-sm text-muted">
              {t.uploads.more(lines.length - MOST_LINES)}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function shareOf(uploads: readonly Upload[]): number {
  let sent = 0;
  let all = 0;
  for (const { state, file } of uploads) {
    if (state.kind === 'refused' || state.kind === 'failed') continue;
    all += file.size;
    if (state.kind === 'sent') sent += file.size;
    else if (state.kind === 'sending') sent += state.bytes;
  }
  return all === 0 ? 0 : sent / all;
}

function UploadLine({ upload }: { upload: Upload }) {
  const t = useText();
  const formats = useFormats();
  const refusalText = useRefusalText();
  const { state, name, file, id } = upload;
  return (
    <li className="flex min-h-11 items-center gap-3 border-t border-line py-1.5 pl-4 pr-2 text-sm first:border-t-0">
      {state.kind === 'sent' ? (
        <CircleCheck size={16} className="shrink-0 text-accent" aria-hidden="true" />
      ) : (
        state.kind !== 'sending' && (
          <CircleAlert size={16} className="shrink-0 text-danger" aria-hidden="true" />
        )
      )}
      <div className="min-w-0 flex-1">
        <p className="truncate">{name}</p>
        {state.kind === 'refused' && <p className="text-danger">{refusalText(state.refusal)}</p>}
        {state.kind === 'failed' && <p className="text-danger">{problemText(t, state.problem)}</p>}
      </div>
      {state.kind === 'sending' && (
        <>
          <Progress label={name} share={state.bytes / Math.max(1, file.size)} className="w-24" />
          <span className="w-10 text-right text-xs tabular-nums text-muted">
            {formats.percent(state.bytes / Math.max(1, file.size))}
          </span>
        </>
      )}
      {state.kind === 'failed' && (
        <IconButton label={t.common.retry} onClick={() => retryUpload(id)}>
          <RotateCw size={16} />
        </IconButton>
      )}
    </li>
  );
}
