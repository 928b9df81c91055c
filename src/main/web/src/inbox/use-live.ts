import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { follow } from '../platform/follow';
import type { InboxConversation, PresentPerson } from '../wire/types';
import { EVENTS, keys } from './api';

const TOGETHER_MS = 120;

interface Changed {
  conversation_id: string;
}

interface There {
  conversation_id: string;
  people: PresentPerson[];
}

/** Keeps what the page shows of the inbox as it is, while it is open. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = refresher(client);
    const leave = follow(EVENTS, '', {
      onEvent({ name, data }) {
        if (name === 'ready') void client.invalidateQueries({ queryKey: keys.all });
        if (name === 'changed') refresh((JSON.parse(data) as Changed).conversation_id);
        if (name === 'presence') take(client, JSON.parse(data) as There);
        return false;
      },
      onConnection() {},
      onRefused() {},
    });
    return leave;
  }, [client]);
}

/** What comes together is asked for once. */
function refresher(client: QueryClient): (id: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (id) => {
    void client.invalidateQueries({ queryKey: keys.one(id) });
    clearTimeout(timer);
    timer = setTimeout(() => {
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.waiting });
    }, TOGETHER_MS);
  };
}

function take(client: QueryClient, { conversation_id: id, people: presence }: There): void {
  client.setQueryData<InboxConversation>(keys.one(id), (one) => one && { ...one, presence });
}
