import { useText } from '../platform/i18n';
import { CopyButton } from '../ui/copy-button';
import type { AnswerView } from './answer-view';
import { markdownOf } from './markdown-of';

export function AnswerTools({ view }: { view: AnswerView }) {
  const t = useText();
  const tokens = view.usage ? view.usage.input_tokens + view.usage.output_tokens : 0;
  return (
    <div className="-ml-2 mt-2 flex items-center gap-2 text-xs text-faint">
      <CopyButton text={() => markdownOf(view)} label={t.chat.copyAnswer} />
      {view.model !== null && <span className="truncate">{view.model}</span>}
      {view.usage && tokens > 0 && (
        <span className="tabular-nums">{t.chat.tokens(tokens, view.usage.estimated)}</span>
      )}
    </div>
  );
}
