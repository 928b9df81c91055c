import { FileSearch } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { ProblemNote, Skeleton } from '../ui/notes';
import { CitationPlace } from './citation-card';
import { usePastTurn } from './past-turn';
import type { TurnState } from './reduce';
import { ToolCalls } from './tool-calls';

interface AnswerStepsProps {
  id: string;
  turnId: string;
}

/** How an answer came to be: what was looked up and found, and the tools that were used. */
export function AnswerSteps({ id, turnId }: AnswerStepsProps) {
  const t = useText();
  const { data, error, refetch } = usePastTurn(turnId);
  return (
    <section
      id={id}
      aria-label={t.chat.steps}
      aria-busy={!data && !error}
      className="enter mt-3 flex flex-col gap-3 rounded-xl border border-line bg-surface px-4 py-3.5 text-sm"
    >
      {data ? (
        <Steps turn={data} />
      ) : error ? (
        <ProblemNote problem={problemIn(error)} retry={() => void refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
    </section>
  );
}

function Steps({ turn }: { turn: TurnState }) {
  const t = useText();
  const { passages, query, tools } = turn;
  return (
    <>
      <h3 className="flex items-center gap-2 font-medium">
        <FileSearch size={16} aria-hidden="true" className="shrink-0 text-muted" />
        {t.chat.lookedThrough(passages.length)}
      </h3>
      {query !== null && <p className="text-muted">{t.chat.lookedUp(query)}</p>}
      {passages.length > 0 && (
        <ol className="flex flex-col gap-1.5">
          {passages.map((passage, at) => (
            // Two passages may stand in the same place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={at} className="min-w-0">
              <span className="block truncate">{passage.title}</span>
              <CitationPlace place={passage} className="text-xs text-muted" />
            </li>
          ))}
        </ol>
      )}
      {tools.length > 0 && <ToolCalls uses={tools} turnId={null} />}
    </>
  );
}
