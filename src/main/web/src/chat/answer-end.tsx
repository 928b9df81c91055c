import { CircleStop, Info, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/notes';
import type { AnswerView } from './answer-view';

interface AnswerEndProps {
  view: AnswerView;
  onAskAgain: (() => void) | undefined;
}

/** How an answer ended when it did not end well. */
export function AnswerEnd({ view, onAskAgain }: AnswerEndProps) {
  const t = useText();
  switch (view.outcome) {
    case 'running':
      return null;
    case 'complete':
      if (view.finish === 'stop') return null;
      return (
        <EndLine icon={<Info size={16} />}>
          {view.finish === 'length' ? t.chat.lengthLimit : t.chat.filtered}
        </EndLine>
      );
    case 'cancelled':
      return (
        <EndLine icon={<CircleStop size={16} />} onAskAgain={onAskAgain}>
          {t.chat.cancelled}
        </EndLine>
      );
    case 'interrupted':
    case 'failed':
      if (view.problem !== null) {
        return (
          <ProblemNote
            className="mt-4"
            title={view.outcome === 'failed' ? t.chat.failed : t.chat.interrupted}
            problem={view.problem}
            retry={onAskAgain}
            retryLabel={t.chat.askAgain}
          />
        );
      }
      return (
        <EndLine icon={<Unplug size={16} />} onAskAgain={onAskAgain}>
          {view.outcome === 'failed' ? t.chat.failed : t.chat.interrupted}
        </EndLine>
      );
  }
}

interface EndLineProps {
  icon: ReactNode;
  children: ReactNode;
  onAskAgain?: (() => void) | undefined;
}

export function EndLine({ icon, children, onAskAgain }: EndLineProps) {
  const t = useText();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      <span className="flex items-center gap-2">
        {icon}
        {children}
      </span>
      {onAskAgain && (
        <Button small onClick={onAskAgain}>
          {t.chat.askAgain}
        </Button>
      )}
    </div>
  );
}
