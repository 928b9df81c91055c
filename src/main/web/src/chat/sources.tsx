import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { Citation } from '../wire/types';
import { CitationPlace } from './citation-card';
import { countDocuments, groupSources, type Source } from './group-sources';

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
      <h3 className="mb-2 text-xs font-medium text-muted">
        {t.chat.sources(countDocuments(citations))}
      </h3>
      <ol className="grid gap-2 sm:grid-cols-2">
        {groupSources(citations).map((source) => (
          <SourceCard key={source.key} source={source} openNumber={openNumber} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  );
}

interface SourceCardProps {
  source: Source;
  openNumber: number | null;
  onOpen: (citation: Citation) => void;
}

/** A place in a document. The card opens its first quote, a number its own. */
function SourceCard({ source: { quotes }, openNumber, onOpen }: SourceCardProps) {
  const t = useText();
  const [first] = quotes;
  const open = quotes.some(({ number }) => number === openNumber);
  return (
    <li
      className={classes(
        'relative min-w-0 rounded-xl border bg-surface px-3 py-2.5 transition-colors hover:border-line-strong hover:bg-hover/60',
        open ? 'border-accent' : 'border-line',
      )}
    >
      <button
        type="button"
        onClick={() => onOpen(first)}
        className="block w-full min-w-0 text-left after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
      >
        <span className="block truncate text-sm font-medium">{first.title}</span>
        <CitationPlace place={first} className="text-xs text-muted" />
      </button>
      <span className="relative mt-1.5 flex flex-wrap gap-1">
        {quotes.map((citation) => (
          <button
            key={citation.number}
            type="button"
            aria-label={t.chat.cite(citation.number, citation.title)}
            aria-pressed={openNumber === citation.number}
            title={citation.quote}
            onClick={() => onOpen(citation)}
            className={classes(
              'inline-flex h-5 min-w-5 coarse:h-8 coarse:min-w-8 items-center justify-center rounded-[5px] px-1 text-2xs font-semibold tabular-nums transition-colors',
              openNumber === citation.number
                ? 'bg-accent text-on-accent'
                : 'bg-accent-soft text-accent hover:bg-accent hover:text-on-accent',
            )}
          >
            {citation.number}
          </button>
        ))}
      </span>
    </li>
  );
}
