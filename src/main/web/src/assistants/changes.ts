import type { Catalogue } from '../platform/i18n';
import type { AssistantDefinition } from '../wire/types';

export interface Change {
  name: string;
  before: string;
  after: string;
}

/**
 * The fields in which two definitions differ, as texts.
 *
 * @param baseName of a knowledge base, by its id
 */
export function changes(
  t: Catalogue,
  before: AssistantDefinition,
  after: AssistantDefinition,
  baseName: (id: string) => string,
): Change[] {
  const fields: [name: string, text: (one: AssistantDefinition) => string][] = [
    [t.assistants.prompt, (one) => one.instructions],
    [t.assistants.route, (one) => one.route ?? ''],
    [t.assistants.language, (one) => one.language ?? ''],
    [t.assistants.passages, (one) => one.passages?.toString() ?? ''],
    [t.assistants.maxTokens, (one) => one.max_tokens?.toString() ?? ''],
    [
      t.assistants.tools,
      (one) =>
        one.tools === undefined
          ? t.assistants.allTools
          : [...one.tools].sort().join('\n') || t.assistants.nothing,
    ],
    [
      t.bases.ofAssistant,
      (one) =>
        one.bases === undefined
          ? t.bases.allBases
          : one.bases.map(baseName).sort().join('\n') || t.assistants.nothing,
    ],
    [t.assistants.greeting, (one) => one.greeting],
    [t.assistants.suggestions, (one) => one.suggestions.join('\n')],
  ];
  return fields
    .map(([name, text]) => ({ name, before: text(before), after: text(after) }))
    .filter((change) => change.before !== change.after);
}
