import { authorization, withToken } from '../platform/http';
import { problemOf, unreachable } from '../platform/problem';
import { SseParser } from '../platform/sse';
import { isTerminal, type TurnEvent, turnEventOf } from '../wire/turn-event';
import type { AssistantDefinition } from '../wire/types';
import { tryPath } from './api';

/** Asks a draft, and tells the events of its answer. Who aborts stops it. */
export async function askDraft(
  id: string,
  body: { question: string; definition: AssistantDefinition },
  tell: (event: TurnEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const send = () =>
    fetch(tryPath(id), {
      method: 'POST',
      headers: {
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
        ...authorization(),
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
      signal,
    });
  const response = await withToken(send, ({ status }) => status).catch((error: unknown) => {
    throw signal.aborted ? error : unreachable();
  });
  if (!response.ok || response.body === null) throw await problemOf(response);
  const parser = new SseParser();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw unreachable();
    for (const raw of parser.push(value)) {
      const event = turnEventOf(raw.name, raw.id, raw.data);
      if (event === null) continue;
      tell(event);
      if (isTerminal(event)) return;
    }
  }
}
