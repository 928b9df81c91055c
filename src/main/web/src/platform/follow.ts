import { backoff } from './backoff';
import { authorization, withToken } from './http';
import { problemOf } from './problem';
import { type SseEvent, SseParser } from './sse';

/** The server pings every 10 s; a stream that is silent for longer than this is dead. */
const SILENCE_MS = 25_000;

export type Connection = 'connecting' | 'open' | 'waiting';

export interface Follower {
  /** Returns true when this was the last event. */
  onEvent(event: SseEvent): boolean;
  onConnection(state: Connection): void;
  /** The stream cannot be had: refused for good. */
  onRefused(error: unknown): void;
}

type Ended = 'finished' | 'dropped' | 'refused';

/** Follows an event stream over lost connections until its last event; returns how to leave. */
export function follow(url: string, lastId: string, follower: Follower): () => void {
  const left = new AbortController();
  void run(url, lastId, follower, left.signal);
  return () => left.abort();
}

async function run(
  url: string,
  from: string,
  follower: Follower,
  left: AbortSignal,
): Promise<void> {
  let lastId = from;
  let failures = 0;
  while (!left.aborted) {
    follower.onConnection('connecting');
    const before = lastId;
    const ended = await connect(url, lastId, follower, left, (id) => {
      lastId = id;
    });
    if (ended !== 'dropped' || left.aborted) return;
    failures = lastId === before ? failures + 1 : 1;
    follower.onConnection('waiting');
    await backoff(failures, left);
  }
}

async function connect(
  url: string,
  lastId: string,
  follower: Follower,
  left: AbortSignal,
  read: (id: string) => void,
): Promise<Ended> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE_MS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), SILENCE_MS);
  };
  try {
    const open = () =>
      fetch(url, {
        headers: {
          Accept: 'text/event-stream',
          ...(lastId !== '' && { 'Last-Event-ID': lastId }),
          ...authorization(),
        },
        cache: 'no-store',
        signal: AbortSignal.any([left, silent.signal]),
      });
    const response = await withToken(open, ({ status }) => status);
    if (!response.ok || response.body === null) {
      const failure = await problemOf(response);
      if (response.status >= 500 || response.status === 429) return 'dropped';
      follower.onRefused(failure);
      return 'refused';
    }
    follower.onConnection('open');
    const parser = new SseParser();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'dropped';
      heard();
      for (const event of parser.push(value)) {
        const last = follower.onEvent(event);
        if (event.id !== '') read(event.id);
        if (last) return 'finished';
      }
    }
  } catch {
    return 'dropped';
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}
