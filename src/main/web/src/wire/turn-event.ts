import type { components } from './api';

type Schemas = components['schemas'];

interface DataByName {
  started: Schemas['StartedEvent'];
  attempt: Schemas['AttemptEvent'];
  status: Schemas['StatusEvent'];
  retrieved: Schemas['RetrievedEvent'];
  delta: Schemas['DeltaEvent'];
  citation: Schemas['CitationEvent'];
  tool_call: Schemas['ToolCallEvent'];
  tool_result: Schemas['ToolResultEvent'];
  usage: Schemas['UsageEvent'];
  handover: Schemas['HandoverEvent'];
  completed: Schemas['CompletedEvent'];
  failed: Schemas['FailedEvent'];
  cancelled: Schemas['CancelledEvent'];
}

export type TurnEventName = keyof DataByName;

export type TurnEvent = {
  [Name in TurnEventName]: { name: Name; seq: number; data: DataByName[Name] };
}[TurnEventName];

export type Retrieved = Schemas['RetrievedEvent']['passages'][number];

const NAMES: Record<TurnEventName, true> = {
  started: true,
  attempt: true,
  status: true,
  retrieved: true,
  delta: true,
  citation: true,
  tool_call: true,
  tool_result: true,
  usage: true,
  handover: true,
  completed: true,
  failed: true,
  cancelled: true,
};

const TERMINAL: ReadonlySet<TurnEventName> = new Set(['completed', 'failed', 'cancelled']);

export const isTerminal = (event: TurnEvent): boolean => TERMINAL.has(event.name);

/** An event of this contract, or null for a name that a newer server may send. */
export function turnEventOf(name: string, id: string, data: string): TurnEvent | null {
  if (!Object.hasOwn(NAMES, name)) return null;
  const seq = Number(id);
  if (!Number.isSafeInteger(seq) || seq < 1) return null;
  return { name, seq, data: JSON.parse(data) } as TurnEvent;
}
