import type { Retrieved, TurnEvent } from '../wire/turn-event';
import type { Citation, Problem, ToolCall, ToolResult, Usage } from '../wire/types';

export type TurnEnd =
  | { kind: 'completed'; finishReason: 'stop' | 'length' | 'content_filter'; title?: string }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'cancelled' };

export type Phase =
  | { name: 'starting' }
  | { name: 'again' }
  | { name: 'searching'; bases?: number }
  | { name: 'reading'; passages: number }
  | { name: 'calling'; tool: string }
  | { name: 'writing' };

/** A tool that the model wanted used, and what became of it. */
export interface ToolUse {
  call: ToolCall;
  result: ToolResult | null;
}

/** A turn as far as its events tell. */
export interface TurnState {
  /** Of the last event that was applied; 0 before the first. */
  seq: number;
  answerId: string | null;
  phase: Phase;
  passages: readonly Retrieved[];
  /** What was looked up, when that is not the question as it was asked. */
  query: string | null;
  text: string;
  citations: readonly Citation[];
  tools: readonly ToolUse[];
  model: string | null;
  usage: Usage | null;
  end: TurnEnd | null;
}

export const NO_EVENTS: TurnState = {
  seq: 0,
  answerId: null,
  phase: { name: 'starting' },
  passages: [],
  query: null,
  text: '',
  citations: [],
  tools: [],
  model: null,
  usage: null,
  end: null,
};

/** The state after an event. An event that was applied before changes nothing. */
export function reduce(state: TurnState, event: TurnEvent): TurnState {
  if (event.seq <= state.seq || state.end !== null) return state;
  return { ...apply(state, event), seq: event.seq };
}

function apply(state: TurnState, event: TurnEvent): TurnState {
  switch (event.name) {
    case 'started':
      return { ...state, answerId: event.data.answer_id };
    case 'attempt':
      return { ...NO_EVENTS, answerId: state.answerId, phase: { name: 'again' } };
    case 'status':
      return { ...state, phase: phaseOf(state, event.data) };
    case 'retrieved': {
      const { passages, query = null } = event.data;
      return { ...state, passages, query, phase: { name: 'reading', passages: passages.length } };
    }
    case 'citation': {
      const { citation } = event.data;
      const others = state.citations.filter((one) => one.number !== citation.number);
      return { ...state, citations: [...others, citation] };
    }
    case 'delta':
      return { ...state, text: state.text + event.data.text, phase: { name: 'writing' } };
    case 'tool_call':
      return called(state, event.data);
    case 'tool_result':
      return {
        ...state,
        phase: { name: 'writing' },
        tools: state.tools.map((use) =>
          use.call.call_id === event.data.call_id ? { ...use, result: event.data } : use,
        ),
      };
    case 'usage':
      return { ...state, model: event.data.model, usage: event.data.usage };
    case 'handover':
      return state; // the conversation itself says so at the end of the turn
    case 'completed': {
      const { finish_reason: finishReason, title } = event.data;
      return { ...state, end: { kind: 'completed', finishReason, ...(title && { title }) } };
    }
    case 'failed':
      return { ...state, end: { kind: 'failed', problem: event.data.problem } };
    case 'cancelled':
      return { ...state, end: { kind: 'cancelled' } };
    default:
      return unknown(event);
  }
}

function called(state: TurnState, call: ToolCall): TurnState {
  const others = state.tools.filter((use) => use.call.call_id !== call.call_id);
  return {
    ...state,
    tools: [...others, { call, result: null }],
    phase: { name: 'calling', tool: call.tool },
  };
}

type Status = Extract<TurnEvent, { name: 'status' }>['data'];

function phaseOf(state: TurnState, status: Status): Phase {
  switch (status.phase) {
    case 'searching':
      return {
        name: 'searching',
        ...(status.bases !== undefined && { bases: status.bases }),
      };
    case 'writing':
      // Until the first word comes the passages are being read.
      return state.text === '' && state.passages.length > 0
        ? { name: 'reading', passages: state.passages.length }
        : { name: 'writing' };
    default:
      return unknown(status.phase);
  }
}

function unknown(never: never): never {
  throw new Error(`no such event: ${JSON.stringify(never)}`);
}
