import { useEffect, useRef, useState } from 'react';
import { NO_EVENTS, reduce, type TurnState } from '../chat/reduce';
import { problemIn } from '../platform/problem';
import type { AssistantDefinition, Problem } from '../wire/types';
import { askDraft } from './ask-draft';

export interface Trying {
  startedAt: number;
  state: TurnState;
  running: boolean;
  /** Why there is no answer, or none that is whole. */
  problem: Problem | null;
}

/** One question to a draft at a time; leaving the page stops it. */
export function useTrying(id: string) {
  const [trying, setTrying] = useState<Trying | null>(null);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const ask = async (question: string, definition: AssistantDefinition) => {
    stopping.current?.abort();
    const own = new AbortController();
    stopping.current = own;
    const show = (change: (before: Trying) => Trying) => {
      if (stopping.current === own) setTrying((before) => before && change(before));
    };
    setTrying({ startedAt: Date.now(), state: NO_EVENTS, running: true, problem: null });
    try {
      await askDraft(
        id,
        { question, definition },
        (event) => show((one) => ({ ...one, state: reduce(one.state, event) })),
        own.signal,
      );
      show((one) => ({
        ...one,
        running: false,
        problem: one.state.end?.kind === 'failed' ? one.state.end.problem : null,
      }));
    } catch (error) {
      const problem = own.signal.aborted ? null : problemIn(error);
      show((one) => ({ ...one, running: false, problem }));
    }
  };
  return { trying, ask, stop: () => stopping.current?.abort() };
}
