import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { follow } from '../platform/follow';
import { text } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import type { ConversationDetail, HandsEvent, SaidEvent } from '../wire/types';
import { askForPerson, eventsOf, keys, showTyping, withdrawHandover } from './api';
import { withChange, withSaid } from './said';

const TYPING_MS = 3_000;

/** Follows a conversation while a person is asked for or has it. */
export function useHandover(id: string | null, detail: ConversationDetail | undefined) {
  const client = useQueryClient();
  const [typing, setTyping] = useState(false);
  const told = useRef(0);
  const active = detail?.handover !== undefined;

  useEffect(() => {
    if (id === null || !active) return;
    setTyping(false);
    const known = client.getQueryData<ConversationDetail>(keys.one(id));
    return follow(eventsOf(id), String(known?.conversation.last_happening ?? 0), {
      onEvent(event) {
        if (event.name === 'typing') setTyping(JSON.parse(event.data).typing === true);
        else take(client, id, event.name, Number(event.id), event.data);
        return false;
      },
      onConnection() {},
      onRefused() {},
    });
  }, [client, id, active]);

  const ask = useCallback(async () => {
    if (id === null) return;
    try {
      const handover = await askForPerson(id);
      change(client, id, (one) => ({ ...one, handover }));
    } catch (error) {
      toast(problemText(text(), problemIn(error)));
    }
  }, [client, id]);

  const back = useCallback(async () => {
    if (id === null) return;
    try {
      await withdrawHandover(id);
      await client.invalidateQueries({ queryKey: keys.one(id) });
    } catch (error) {
      toast(problemText(text(), problemIn(error)));
    }
  }, [client, id]);

  const onTyping = useCallback(() => {
    if (id === null || !active || Date.now() - told.current < TYPING_MS) return;
    told.current = Date.now();
    showTyping(id).catch(() => undefined);
  }, [id, active]);

  return { typing, ask: () => void ask(), back: () => void back(), onTyping };
}

function change(
  client: QueryClient,
  id: string,
  apply: (detail: ConversationDetail) => ConversationDetail,
): void {
  client.setQueryData<ConversationDetail>(keys.one(id), (one) => one && apply(one));
}

function take(client: QueryClient, id: string, name: string, seq: number, data: string): void {
  if (name === 'message') {
    const said = JSON.parse(data) as SaidEvent;
    change(client, id, (one) => withSaid(one, said, seq));
  }
  if (name === 'handover') {
    const event = JSON.parse(data) as HandsEvent;
    change(client, id, (one) => withChange(one, event, seq));
    void client.invalidateQueries({ queryKey: keys.one(id) });
    if (event.state === 'closed' && event.outcome !== 'withdrawn') toast(text().handover.over);
  }
}
