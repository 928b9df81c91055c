import { useQuery } from '@tanstack/react-query';
import { follow } from '../platform/follow';
import { isTerminal, turnEventOf } from '../wire/turn-event';
import { NO_EVENTS, reduce, type TurnState } from './reduce';

const LIMIT_MS = 15_000;

/** What the log of a turn that has ended tells; null for none. */
export const usePastTurn = (id: string | null) =>
  useQuery({
    queryKey: ['turn', id],
    queryFn: ({ signal }) => readTurn(id ?? '', signal),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

function readTurn(id: string, left: AbortSignal): Promise<TurnState> {
  const limit = AbortSignal.any([left, AbortSignal.timeout(LIMIT_MS)]);
  return new Promise((resolve, reject) => {
    let state = NO_EVENTS;
    const leave = follow(`/api/v1/chat/turns/${id}/events`, '', {
      onEvent(raw) {
        const event = turnEventOf(raw.name, raw.id, raw.data);
        if (event === null) return false;
        state = reduce(state, event);
        if (isTerminal(event)) resolve(state);
        return isTerminal(event);
      },
      onConnection() {},
      onRefused: reject,
    });
    limit.addEventListener('abort', () => {
      leave();
      reject(limit.reason);
    });
  });
}
