import { useMemo, useState } from 'react';
import { inOrder } from '../chat/answer-view';
import { CitationChip } from '../chat/citation-chip';
import { Markdown } from '../chat/markdown/markdown';
import { PhaseLine } from '../chat/phase-line';
import { Sources } from '../chat/sources';
import { useText } from '../platform/i18n';
import { ProblemNote } from '../ui/notes';
import type { Citation } from '../wire/types';
import type { Trying } from './use-trying';

/** The answer of a draft, with what it rests on. */
export function TriedAnswer({ trying }: { trying: Trying }) {
  const t = useText();
  const [open, setOpen] = useState<Citation | null>(null);
  const { state, running, problem, startedAt } = trying;
  const citations = inOrder(state.citations);
  const known = useMemo(
    () => new Set(state.citations.map(({ number }) => number)),
    [state.citations],
  );
  const cite = (number: number, key: string) => {
    const citation = citations.find((one) => one.number === number);
    if (!citation) return `[${number}]`;
    const isOpen = open?.number === number;
    return (
      <CitationChip
        key={key}
        citation={citation}
        open={isOpen}
        onOpen={() => setOpen(isOpen ? null : citation)}
      />
    );
  };
  const silent = !running && problem === null && state.text === '';
  return (
    <article
      aria-label={t.chat.answer}
      aria-busy={running}
      data-outcome={running ? 'running' : (state.end?.kind ?? 'cancelled')}
      className="border-t border-line pt-4 text-sm leading-relaxed [overflow-wrap:anywhere]"
    >
      {state.text !== '' && (
        <Markdown text={state.text} streaming={running} known={known} cite={cite} />
      )}
      {running && <PhaseLine phase={state.phase} startedAt={startedAt} />}
      {problem && <ProblemNote problem={problem} />}
      {silent && (
        <p className="text-muted">
          {state.end === null ? t.assistants.stopped : t.assistants.noAnswer}
        </p>
      )}
      {state.tools.length > 0 && (
        <p className="mt-3 text-xs text-muted">
          {t.tools.calls}: {state.tools.map(({ call }) => call.tool).join(', ')}
        </p>
      )}
      {!running && citations.length > 0 && (
        <Sources citations={citations} openNumber={open?.number ?? null} onOpen={setOpen} />
      )}
      {open && (
        <blockquote className="mt-3 border-l-2 border-accent/60 pl-3 text-sm">
          {open.quote}
        </blockquote>
      )}
    </article>
  );
}
