import { useText } from '../platform/i18n';
import { Section } from '../ui/section';
import { TextArea } from '../ui/text-area';
import { BaseChoice } from './base-choice';
import { LIMITS } from './draft';
import { ModelFields } from './model-fields';
import { ToolChoice } from './tool-choice';
import type { Editing } from './use-editing';

interface DefinitionFormProps {
  editing: Editing;
  disabled: boolean;
}

/** Everything that an assistant is. */
export function DefinitionForm({ editing, disabled }: DefinitionFormProps) {
  const t = useText();
  const { draft, set, faults } = editing;
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="sr-only">{t.assistants.title}</legend>
      <div>
        <Section title={t.assistants.prompt} text={t.assistants.promptText}>
          <div className="p-4 sm:p-5">
            <TextArea
              label={t.assistants.prompt}
              hint={t.assistants.promptHint}
              rows={10}
              maxLength={LIMITS.instructions}
              value={draft.instructions}
              onChange={(event) => set('instructions', event.target.value)}
            />
          </div>
        </Section>
        <Section title={t.assistants.model} text={t.assistants.modelText}>
          <ModelFields editing={editing} />
        </Section>
        <Section title={t.bases.ofAssistant} text={t.bases.ofAssistantText}>
          <BaseChoice chosen={draft.bases} onChoose={(bases) => set('bases', bases)} />
        </Section>
        <Section title={t.assistants.tools} text={t.assistants.toolsText}>
          <ToolChoice chosen={draft.tools} onChoose={(tools) => set('tools', tools)} />
        </Section>
        <Section title={t.assistants.start} text={t.assistants.startText}>
          <div className="flex flex-col gap-5 p-4 sm:p-5">
            <TextArea
              label={t.assistants.greeting}
              rows={2}
              maxLength={LIMITS.greeting}
              value={draft.greeting}
              onChange={(event) => set('greeting', event.target.value)}
            />
            <TextArea
              label={t.assistants.suggestions}
              hint={t.assistants.suggestionsHint}
              error={faults.has('suggestions') ? t.assistants.suggestionsBad : undefined}
              rows={4}
              value={draft.suggestions}
              onChange={(event) => set('suggestions', event.target.value)}
            />
          </div>
        </Section>
      </div>
    </fieldset>
  );
}
