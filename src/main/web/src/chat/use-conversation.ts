import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useStore } from '../platform/store';
import { tellOtherTabs } from '../platform/tabs';
import type { ConversationDetail, Turn } from '../wire/types';
import { getConversation, keys, patchLists } from './api';
import { followTurn, type LiveTurn, liveTurn, runningTurns } from './live-turns';

const nothing = () => () => undefined;

/** Follows a turn and takes its stored answer into the cache once it has ended. */
export function attach(client: QueryClient, turn: Turn): void {
  const { conversation_id: id } = turn;
  followTurn(turn.id, turn.created_at, () => {
    const end = liveTurn(turn.id)?.get().state.end;
    const title = end?.kind === 'completed' ? end.title : undefined;
    patchLists(client, id, ({ running_turn: _, ...one }) => ({ ...one, ...(title && { title }) }));
    void client.invalidateQueries({ queryKey: keys.one(id) });
    void client.invalidateQueries({ queryKey: keys.lists });
    tellOtherTabs(id);
  });
}

export function useConversation(id: string | null) {
  const client = useQueryClient();
  const query = useQuery<ConversationDetail>({
    queryKey: keys.one(id ?? ''),
    queryFn: ({ signal }) => getConversation(id ?? '', signal),
    enabled: id !== null,
    staleTime: 5_000,
  });
  const turn = query.data?.running_turn;
  useEffect(() => {
    if (turn) attach(client, turn);
  }, [client, turn]);
  return query;
}

/** The live view of a turn that `attach` has begun to follow. */
export function useLiveTurn(id: string | undefined): LiveTurn | null {
  useStore(runningTurns);
  const store = id === undefined ? undefined : liveTurn(id);
  return useSyncExternalStore(store?.subscribe ?? nothing, () => store?.get() ?? null);
}
