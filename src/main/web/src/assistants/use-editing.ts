import { useState } from 'react';
import type { AssistantDefinition, AssistantDetail } from '../wire/types';
import { type Draft, definitionOf, draftOf, faults, same } from './draft';

export interface Editing {
  draft: Draft;
  set: <Name extends keyof Draft>(name: Name, value: Draft[Name]) => void;
  definition: AssistantDefinition;
  faults: ReadonlySet<keyof Draft>;
  /** Whether it says something else than the newest version. */
  dirty: boolean;
  discard: () => void;
  take: (definition: AssistantDefinition) => void;
}

/** What is typed, until it is saved; while nothing is typed it follows the newest version. */
export function useEditing(detail: AssistantDetail): Editing {
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft = typed ?? draftOf(detail.definition);
  const definition = definitionOf(draft);
  return {
    draft,
    set: (name, value) => setTyped((before) => ({ ...(before ?? draft), [name]: value })),
    definition,
    faults: faults(draft),
    dirty: !same(definition, detail.definition),
    discard: () => setTyped(null),
    take: (older) => setTyped(draftOf(older)),
  };
}
