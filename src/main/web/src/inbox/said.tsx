import { memo, type ReactNode } from 'react';
import { Markdown } from '../chat/markdown/markdown';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { classes } from '../ui/classes';
import type { Message } from '../wire/types';
import { myself } from './whose';

interface SaidProps {
  message: Message;
  visitor: string;
  /** Of an agent's message; empty when it is not known. */
  author: string;
  /** What stands above it. */
  shown: ReactNode;
}

const NONE: ReadonlySet<number> = new Set();
const plain = (number: number): string => `[${number}]`;

/** What somebody said: the person on the left, those who answer on the right. */
export const Said = memo(function Said({ message, visitor, author, shown }: SaidProps) {
  const t = useText();
  const formats = useFormats();
  const { role, text } = message;
  const own = role === 'agent' && message.author_id === myself();
  const who = {
    user: visitor,
    assistant: t.inbox.assistant,
    agent: own ? t.inbox.you : author || t.inbox.somebody,
  }[role];
  return (
    <article
      aria-label={who}
      className={classes('flex max-w-[90%] flex-col', role === 'user' ? 'self-start' : 'self-end')}
    >
      <p className="mb-1 flex gap-2 text-xs text-muted">
        <span className="font-medium">{who}</span>
        <span className="tabular-nums">{formats.when(message.created_at)}</span>
      </p>
      {shown}
      <div
        className={classes(
          'rounded-2xl px-4 py-2.5 leading-relaxed [overflow-wrap:anywhere]',
          role === 'user' && 'rounded-bl-md bg-hover',
          role === 'assistant' && 'rounded-br-md border border-line bg-surface text-sm',
          role === 'agent' && 'rounded-br-md bg-accent-soft',
        )}
      >
        {role === 'assistant' ? (
          <Markdown text={text} streaming={false} known={NONE} cite={plain} />
        ) : (
          <p className="whitespace-pre-wrap">{text}</p>
        )}
      </div>
    </article>
  );
});
