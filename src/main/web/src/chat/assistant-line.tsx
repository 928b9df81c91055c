import { Bot } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useAssistants } from './use-assistants';

/** Who answers in a conversation, where that is not the default assistant. */
export function AssistantLine({ slug }: { slug: string | undefined }) {
  const t = useText();
  const assistants = useAssistants();
  if (slug === undefined) return null;
  const name = assistants.find((one) => one.slug === slug)?.name ?? slug;
  return (
    <p className="flex h-9 shrink-0 items-center justify-center gap-1.5 border-b border-line px-4 text-xs text-muted">
      <Bot size={13} className="shrink-0" aria-hidden="true" />
      <span className="truncate">{t.assistants.with(name)}</span>
    </p>
  );
}
