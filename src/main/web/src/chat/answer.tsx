import { memo, useCallback, useId, useMemo, useState } from 'react';
import { useText } from '../platform/i18n';
import type { Citation } from '../wire/types';
import { AnswerEnd } from './answer-end';
import { AnswerSteps } from './answer-steps';
import { AnswerTools } from './answer-tools';
import type { AnswerView } from './answer-view';
import { CitationChip } from './citation-chip';
import { Markdown } from './markdown/markdown';
import { usePastTurn } from './past-turn';
import { PhaseLine } from './phase-line';
import { Sources } from './sources';
import { ToolCalls } from './tool-calls';
import type { Siblings } from './tree';
import { Unsupported } from './unsupported';

interface AnswerProps {
  view: AnswerView;
  openNumber: number | null;
  onOpen: (answerId: string, citation: Citation) => void;
  others: Siblings | null;
  onShow: (id: string) => void;
  onAskAgain: (() => void) | undefined;
}

export const Answer = memo(function Answer(props: AnswerProps) {
  const { view, openNumber, onOpen, others, onShow, onAskAgain } = props;
  const t = useText();
  const { id, citations, text, outcome } = view;
  const byNumber = useMemo(() => new Map(citations.map((one) => [one.number, one])), [citations]);
  const known = useMemo(() => new Set(byNumber.keys()), [byNumber]);
  const open = useCallback((citation: Citation) => onOpen(id, citation), [onOpen, id]);
  const cite = useCallback(
    (number: number, key: string) => {
      const citation = byNumber.get(number);
      if (!citation) return `[${number}]`;
      return (
        <CitationChip
          key={key}
          citation={citation}
          open={openNumber === number}
          onOpen={() => open(citation)}
        />
      );
    },
    [byNumber, openNumber, open],
  );
  const running = outcome === 'running';
  const stepsId = useId();
  const [shown, setShown] = useState(false);
  const { logId } = view;
  const toggle = () => setShown((before) => !before);
  const steps = logId === null ? null : { id: stepsId, shown, toggle };
  const uncited = outcome === 'complete' && citations.length === 0 && view.tools.length === 0;
  // The log alone knows whether it rests on tools.
  const past = usePastTurn(uncited ? logId : null);
  const tools = uncited ? (past.data?.tools ?? []) : view.tools;
  const unsupported = uncited && (logId === null || past.isError || past.data?.tools.length === 0);
  return (
    <article aria-label={t.chat.answer} data-outcome={outcome} className="group/answer">
      <h2 className="sr-only">{t.chat.answer}</h2>
      {unsupported && <Unsupported onSteps={steps?.toggle} />}
      {tools.length > 0 && <ToolCalls uses={tools} turnId={view.turnId} />}
      {text !== '' && (
        <div className="text-[1rem] leading-[1.75] [overflow-wrap:anywhere]">
          <Markdown text={text} streaming={running} known={known} cite={cite} />
        </div>
      )}
      {view.phase !== null && view.startedAt !== null && (
        <PhaseLine phase={view.phase} startedAt={view.startedAt} />
      )}
      <AnswerEnd view={view} onAskAgain={onAskAgain} />
      {citations.length > 0 && !running && (
        <Sources citations={citations} openNumber={openNumber} onOpen={open} />
      )}
      {(others !== null || (!running && text !== '')) && (
        <AnswerTools
          view={view}
          others={others}
          onShow={onShow}
          onAgain={onAskAgain}
          steps={steps}
        />
      )}
      {shown && logId !== null && <AnswerSteps id={stepsId} turnId={logId} />}
    </article>
  );
});
