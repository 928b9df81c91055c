import type { Citation, Message, Problem, Usage } from '../wire/types';
import { type LiveTurn, usesOf } from './live-turns';
import type { Phase, ToolUse, TurnEnd } from './reduce';

type Outcome = 'running' | 'complete' | 'cancelled' | 'interrupted' | 'failed';

/** An answer as it is shown, be it stored or still being written. */
export interface AnswerView {
  id: string;
  outcome: Outcome;
  text: string;
  citations: readonly Citation[];
  tools: readonly ToolUse[];
  /** Of the turn that writes it; null when it is over. */
  turnId: string | null;
  /** The turn whose log tells how it was written; null while it is, and where there is none. */
  logId: string | null;
  model: string | null;
  usage: Usage | null;
  problem: Problem | null;
  finish: 'stop' | 'length' | 'content_filter';
  phase: Phase | null;
  /** When the turn began, for the time it takes; null when it is over. */
  startedAt: number | null;
}

export const viewOfMessage = (message: Message): AnswerView => ({
  id: message.id,
  outcome: message.state,
  text: message.text,
  citations: message.citations,
  tools: message.turn_id ? usesOf(message.turn_id) : [],
  turnId: null,
  logId: message.turn_id ?? null,
  model: message.model ?? null,
  usage: message.usage ?? null,
  problem: message.problem ?? null,
  finish: 'stop',
  phase: null,
  startedAt: null,
});

export function viewOfTurn(answerId: string, live: LiveTurn): AnswerView {
  const { state } = live;
  return {
    id: answerId,
    outcome: outcomeOf(state.end, state.text),
    text: state.text,
    citations: state.citations,
    tools: state.tools,
    turnId: state.end === null ? live.id : null,
    logId: state.end === null ? null : live.id,
    model: state.model,
    usage: state.usage,
    problem: state.end?.kind === 'failed' ? state.end.problem : null,
    finish: state.end?.kind === 'completed' ? state.end.finishReason : 'stop',
    phase: state.end === null ? state.phase : null,
    startedAt: state.end === null ? live.startedAt : null,
  };
}

function outcomeOf(end: TurnEnd | null, text: string): Outcome {
  if (end === null) return 'running';
  switch (end.kind) {
    case 'completed':
      return 'complete';
    case 'cancelled':
      return 'cancelled';
    case 'failed':
      return text === '' ? 'failed' : 'interrupted';
  }
}

export const inOrder = (citations: readonly Citation[]): Citation[] =>
  [...citations].sort((a, b) => a.number - b.number);
