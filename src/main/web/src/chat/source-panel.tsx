import { ChevronLeft, ChevronRight, PanelRightOpen, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useText } from '../platform/i18n';
import { useWide } from '../platform/media';
import { Link } from '../platform/router';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/notes';
import type { Citation } from '../wire/types';
import { inOrder } from './answer-view';
import type { ThreadItem } from './thread-items';
import type { SourceState } from './use-source';

const Reader = lazy(() =>
  import('../reader/reader').then((module) => ({ default: module.Reader })),
);

interface SourcePanelProps {
  source: SourceState;
  items: ThreadItem[];
}

/** The document beside the conversation, a sheet where there is no room beside. */
export function SourcePanel({ source, items }: SourcePanelProps) {
  const t = useText();
  const wide = useWide();
  if (source.open === null) return null;
  const { answerId, number } = source.open;
  const item = items.find((one) => one.id === answerId);
  const citations = item?.kind === 'answer' ? inOrder(item.view.citations) : [];
  const citation = citations.find((one) => one.number === number);
  if (!citation) return null;
  const content = (
    <Panel citation={citation} citations={citations} source={source} answerId={answerId} />
  );
  return wide ? (
    <aside
      aria-label={t.source.panel}
      className="enter-side flex w-[min(44%,36rem)] shrink-0 flex-col border-l border-line bg-surface"
    >
      {content}
    </aside>
  ) : (
    <Dialog title={t.source.panel} at="bottom" bare onClose={source.close}>
      {content}
    </Dialog>
  );
}

interface PanelProps {
  citation: Citation;
  citations: Citation[];
  source: SourceState;
  answerId: string;
}

function Panel({ citation, citations, source, answerId }: PanelProps): ReactNode {
  const t = useText();
  const at = citations.indexOf(citation);
  const step = (by: number) => {
    const next = citations[at + by];
    if (next) source.show(answerId, next);
  };
  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pl-5 pr-2">
        <p className="flex min-w-0 flex-1 items-center gap-2.5 text-sm font-medium">
          <span className="inline-flex size-5 items-center justify-center rounded-[5px] bg-accent text-2xs font-semibold tabular-nums text-on-accent">
            {citation.number}
          </span>
          <span className="truncate max-sm:sr-only">{t.source.quoted}</span>
        </p>
        {citations.length > 1 && (
          <>
            <IconButton label={t.source.previous} disabled={at <= 0} onClick={() => step(-1)}>
              <ChevronLeft size={18} />
            </IconButton>
            <span className="text-xs tabular-nums text-muted">
              {t.source.position(at + 1, citations.length)}
            </span>
            <IconButton
              label={t.source.next}
              disabled={at >= citations.length - 1}
              onClick={() => step(1)}
            >
              <ChevronRight size={18} />
            </IconButton>
          </>
        )}
        <Link
          to={`/documents/${citation.document_id}`}
          aria-label={t.source.openDocument}
          title={t.source.openDocument}
          className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-ink"
        >
          <PanelRightOpen size={17} />
        </Link>
        <IconButton label={t.common.close} onClick={source.close}>
          <X size={18} />
        </IconButton>
      </header>
      <div
        role="group"
        aria-label={citation.title}
        tabIndex={0}
        className="min-h-0 flex-1 relative overflow-y-auto overscroll-contain -outline-offset-2"
      >
        <Suspense fallback={<Skeleton lines={8} className="p-6" />}>
          <Reader
            key={`${citation.document_id}.${citation.version}`}
            documentId={citation.document_id}
            version={citation.version}
            mark={citation}
            quote={citation.quote}
            level={2}
          />
        </Suspense>
      </div>
    </>
  );
}
