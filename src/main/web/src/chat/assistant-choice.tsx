import { Bot } from 'lucide-react';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { LiveAssistant } from '../wire/types';
import { DEFAULT } from './use-assistants';

interface AssistantChoiceProps {
  assistants: readonly LiveAssistant[];
  chosen: string;
  onChoose: (slug: string) => void;
}

/** Who answers a conversation that is about to begin. */
export function AssistantChoice({ assistants, chosen, onChoose }: AssistantChoiceProps) {
  const t = useText();
  const standard = assistants.find(({ slug }) => slug === DEFAULT);
  const all = [
    { slug: DEFAULT, name: standard?.name ?? t.assistants.usualOne },
    ...assistants.filter(({ slug }) => slug !== DEFAULT),
  ];
  if (all.length === 1) return null;
  return (
    <fieldset className="mb-7 min-w-0">
      <legend className="mb-2 text-xs font-medium text-muted">{t.assistants.choose}</legend>
      <div className="flex flex-wrap gap-2">
        {all.map(({ slug, name }) => (
          <label
            key={slug}
            className={classes(
              'inline-flex h-9 coarse:h-11 max-w-full cursor-pointer items-center gap-2 rounded-full border px-3.5 text-sm transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              slug === chosen
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-line-strong text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <input
              type="radio"
              name="assistant"
              value={slug}
              checked={slug === chosen}
              onChange={() => onChoose(slug)}
              className="sr-only"
            />
            <Bot size={15} className="shrink-0" aria-hidden="true" />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
