import type { AssistantDefinition } from '../wire/types';

/** A definition as it is typed. */
export interface Draft {
  instructions: string;
  route: string;
  /** Null for all. */
  tools: readonly string[] | null;
  /** Ids; null for all. */
  bases: readonly string[] | null;
  language: string;
  greeting: string;
  /** One a line. */
  suggestions: string;
  maxTokens: string;
  passages: string;
}

export const EMPTY: AssistantDefinition = { instructions: '', greeting: '', suggestions: [] };

export const LIMITS = {
  instructions: 8_000,
  greeting: 400,
  suggestions: 6,
  suggestion: 120,
  maxTokens: [16, 1_000_000],
  passages: [1, 20],
} as const;

export const draftOf = (definition: AssistantDefinition): Draft => ({
  instructions: definition.instructions,
  route: definition.route ?? '',
  tools: definition.tools ?? null,
  bases: definition.bases ?? null,
  language: definition.language ?? '',
  greeting: definition.greeting,
  suggestions: definition.suggestions.join('\n'),
  maxTokens: definition.max_tokens?.toString() ?? '',
  passages: definition.passages?.toString() ?? '',
});

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function definitionOf(draft: Draft): AssistantDefinition {
  const language = draft.language as NonNullable<AssistantDefinition['language']> | '';
  return {
    instructions: draft.instructions.trim(),
    greeting: draft.greeting.trim(),
    suggestions: linesOf(draft.suggestions),
    ...(draft.route !== '' && { route: draft.route }),
    ...(draft.tools !== null && { tools: [...draft.tools] }),
    ...(draft.bases !== null && { bases: [...draft.bases] }),
    ...(language !== '' && { language }),
    ...(draft.maxTokens !== '' && { max_tokens: Number(draft.maxTokens) }),
    ...(draft.passages !== '' && { passages: Number(draft.passages) }),
  };
}

/** Whether two definitions say the same. */
export const same = (a: AssistantDefinition, b: AssistantDefinition): boolean =>
  JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b));

const within = (text: string, [least, most]: readonly [number, number]): boolean =>
  text === '' || (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most);

/** Fields that cannot be saved as they are. */
export function faults(draft: Draft): ReadonlySet<keyof Draft> {
  const found = new Set<keyof Draft>();
  const lines = linesOf(draft.suggestions);
  const long = lines.some((line) => [...line].length > LIMITS.suggestion);
  if (long || lines.length > LIMITS.suggestions) found.add('suggestions');
  if (!within(draft.maxTokens, LIMITS.maxTokens)) found.add('maxTokens');
  if (!within(draft.passages, LIMITS.passages)) found.add('passages');
  return found;
}
