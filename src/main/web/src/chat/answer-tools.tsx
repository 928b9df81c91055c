import { ListTree, RefreshCw } from 'lucide-react';
import { useText } from '../platform/i18n';
import { IconButton } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import type { AnswerView } from './answer-view';
import { BranchArrows } from './branch-arrows';
import { Judging } from './judging';
import { markdownOf } from './markdown-of';
import type { Siblings } from './tree';

interface AnswerToolsProps {
  view: AnswerView;
  others: Siblings | null;
  onShow: (id: string) => void;
  /** Absent while nothing can be asked. */
  onAgain: (() => void) | undefined;
  steps: StepsToggle | null;
}

/** Shows and hides how the answer came to be. */
export interface StepsToggle {
  /** Of the element that is shown. */
  id: string;
  shown: boolean;
  toggle: () => void;
}

export function AnswerTools({ view, others, onShow, onAgain, steps }: AnswerToolsProps) {
  const t = useText();
  const tokens = view.usage ? view.usage.input_tokens + view.usage.output_tokens : 0;
  const running = view.outcome === 'running';
  return (
    <div className="-ml-2 mt-2 flex flex-wrap items-center gap-x-2 text-xs text-faint">
      {others && <BranchArrows others={others} onShow={onShow} />}
      {!running && view.text !== '' && (
        <CopyButton text={() => markdownOf(view)} label={t.chat.copyAnswer} />
      )}
      {onAgain && !running && (
        <IconButton label={t.chat.regenerate} onClick={onAgain}>
          <RefreshCw size={15} />
        </IconButton>
      )}
      {steps && (
        <IconButton
          label={t.chat.steps}
          aria-expanded={steps.shown}
          aria-controls={steps.shown ? steps.id : undefined}
          onClick={steps.toggle}
        >
          <ListTree size={15} />
        </IconButton>
      )}
      {!running && view.text !== '' && <Judging answerId={view.id} />}
      {!running && view.model !== null && <span className="truncate">{view.model}</span>}
      {!running && view.usage && tokens > 0 && (
        <span className="tabular-nums">{t.chat.tokens(tokens, view.usage.estimated)}</span>
      )}
    </div>
  );
}
