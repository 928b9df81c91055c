import { CircleAlert, CircleCheck } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Progress } from '../ui/progress';
import type { Document } from '../wire/types';
import { reasonText } from './reason-text';

/** How far a document is; why not further. */
export function RowState({ document }: { document: Document }) {
  const t = useText();
  const formats = useFormats();
  switch (document.state) {
    case 'ready':
      return (
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <CircleCheck size={14} className="shrink-0 text-accent" aria-hidden="true" />
          <span className="truncate">
            {document.passages === undefined
              ? t.documents.ready
              : t.documents.passages(document.passages)}
          </span>
        </p>
      );
    case 'failed':
      return (
        <p className="flex items-start gap-1.5 text-xs text-danger" title={reasonText(t, document)}>
          <CircleAlert size={14} className="mt-px shrink-0" aria-hidden="true" />
          <span className="line-clamp-2">{reasonText(t, document)}</span>
        </p>
      );
    case 'queued':
      return <p className="text-xs text-muted">{t.documents.queued}</p>;
    case 'reading':
    case 'embedding': {
      const { progress } = document;
      const label =
        progress && document.state === 'embedding'
          ? t.documents.embeddingOf(progress.done, progress.total)
          : t.documents[document.state];
      const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
      return (
        <div className="max-w-44">
          <p className="flex justify-between gap-2 text-xs tabular-nums text-muted">
            <span className="truncate">{label}</span>
            {share !== undefined && <span>{formats.percent(share)}</span>}
          </p>
          <Progress label={label} share={share} className="mt-1" />
        </div>
      );
    }
  }
}
