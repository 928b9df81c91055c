import { type Connection, follow } from '../platform/follow';
import { createStore, type Store } from '../platform/store';
import { isTerminal, turnEventOf } from '../wire/turn-event';
import { NO_EVENTS, reduce, type ToolUse, type TurnState } from './reduce';

export interface LiveTurn {
  id: string;
  startedAt: number;
  connection: Connection;
  stopping: boolean;
  state: TurnState;
}

interface Entry {
  store: Store<LiveTurn>;
  leave: () => void;
}

const MOST = 50;
const entries = new Map<string, Entry>();

/** Ids of turns that are being followed and have not ended. */
export const runningTurns = createStore<ReadonlySet<string>>(new Set());

/** The tools that were used in a turn, as far as it was followed here. */
export const usesOf = (id: string): readonly ToolUse[] =>
  entries.get(id)?.store.get().state.tools ?? [];

const setRunning = (id: string, running: boolean): void => {
  const next = new Set(runningTurns.get());
  if (running) next.add(id);
  else next.delete(id);
  runningTurns.set(next);
};

/**
 * The live view of a turn, followed from its first event. Asking twice gives the same; it goes on
 * when the page that asked is left. `onEnd` is called once, also when the stream cannot be had.
 */
export function followTurn(id: string, createdAt: string, onEnd: () => void): Store<LiveTurn> {
  const known = entries.get(id);
  if (known) return known.store;
  forgetOldest();
  const store = createStore<LiveTurn>({
    id,
    startedAt: Math.min(Date.now(), Date.parse(createdAt) || Date.now()),
    connection: 'connecting',
    stopping: false,
    state: NO_EVENTS,
  });
  const show = collected(store);
  setRunning(id, true);
  const over = () => {
    setRunning(id, false);
    onEnd();
  };
  const leave = follow(`/api/v1/chat/turns/${id}/events`, '', {
    onEvent(raw) {
      const event = turnEventOf(raw.name, raw.id, raw.data);
      if (event === null) return false;
      show((live) => ({ ...live, state: reduce(live.state, event) }));
      if (isTerminal(event)) over();
      return isTerminal(event);
    },
    onConnection: (connection) => show((live) => ({ ...live, connection })),
    onRefused() {
      entries.delete(id);
      over();
    },
  });
  entries.set(id, { store, leave });
  return store;
}

export const liveTurn = (id: string): Store<LiveTurn> | undefined => entries.get(id)?.store;

export function markStopping(id: string, stopping: boolean): void {
  const store = entries.get(id)?.store;
  if (store) store.set({ ...store.get(), stopping });
}

/** Applies changes at once but shows them once a frame: tokens come faster than screens redraw. */
function collected(store: Store<LiveTurn>): (change: (live: LiveTurn) => LiveTurn) => void {
  let next = store.get();
  let base = next;
  let asked = false;
  return (change) => {
    if (!asked) {
      base = store.get();
      next = base;
    }
    next = change(next);
    if (asked) return;
    asked = true;
    const show = () => {
      asked = false;
      store.set({ ...next, stopping: store.get().stopping });
    };
    if (document.visibilityState === 'hidden') show();
    else requestAnimationFrame(show);
  };
}

function forgetOldest(): void {
  if (entries.size < MOST) return;
  for (const [id, entry] of entries) {
    if (entry.store.get().state.end === null) continue;
    entry.leave();
    entries.delete(id);
    return;
  }
}
