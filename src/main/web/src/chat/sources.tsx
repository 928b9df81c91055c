import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { Citation } from '../wire/types';
import { inOrder } from './answer-view';
import { CitationPlace } from './citation-card';

interface SourcesProps {
  citations: readonly Citation[];
  openNumber: number | null;
  onOpen: (citation: Citation) => void;
}

/** The list of sources under an answer. */
export function Sources({ citations, openNumber, onOpen }: SourcesProps) {
  const t = useText();
  return (
    <section aria-label={t.chat.sourceList} className="mt-5">
      <h3 className="mb-2 text-xs font-medium text-muted">{t.chat.sources(citations.length)}</h3>
      <ol className="grid gap-2 sm:grid-cols-2">
        {inOrder(citations).map((citation) => (
          <li key={citation.number} className="min-w-0">
            <button
              type="button"
              aria-pressed={openNumber === citation.number}
              onClick={() => onOpen(citation)}
              className={classes(
                'flex w-full min-w-0 items-start gap-2.5 rounded-xl border bg-surface px-3 py-2.5 text-left transition-colors hover:border-line-strong hover:bg-hover/60',
                openNumber === citation.number ? 'border-accent' : 'border-line',
              )}
            >
              <span className="mt-px inline-flex size-5 shrink-0 items-center justify-center rounded-[5px] bg-accent-soft text-2xs font-semibold tabular-nums text-accent">
                {citation.number}
              </span>
              <span className="min-w-0">
                <span className="block truncate text-sm font-medium">{citation.title}</span>
                <CitationPlace citation={citation} className="text-xs text-muted" />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
