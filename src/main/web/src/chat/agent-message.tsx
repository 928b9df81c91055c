import { memo } from 'react';
import { useText } from '../platform/i18n';
import { Avatar } from '../ui/avatar';

interface AgentMessageProps {
  /** Empty when it is not known. */
  name: string;
  text: string;
}

/** What a person says who took the conversation over. */
export const AgentMessage = memo(function AgentMessage({ name, text }: AgentMessageProps) {
  const t = useText();
  const who = name || t.handover.somebody;
  return (
    <article aria-label={t.handover.from(who)} className="flex gap-3">
      <Avatar name={who} />
      <div className="min-w-0">
        <p className="text-sm font-medium">{who}</p>
        <p className="mt-0.5 whitespace-pre-wrap leading-[1.75] [overflow-wrap:anywhere]">{text}</p>
      </div>
    </article>
  );
});
