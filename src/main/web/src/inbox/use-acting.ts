import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { text } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import type { InboxConversation, InboxItem } from '../wire/types';
import { claim, close, giveBack, keys } from './api';

/** Lets a conversation change hands; says so when it could not. */
export function useActing(id: string) {
  const client = useQueryClient();
  const busy = useRef(false);

  const run = async (act: Promise<InboxItem>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      const item = await act;
      client.setQueryData<InboxConversation>(keys.one(id), (one) => one && { ...one, item });
    } catch (error) {
      toast(problemText(text(), problemIn(error)));
    }
    busy.current = false;
    void client.invalidateQueries({ queryKey: keys.all });
  };

  return {
    claim: (item: InboxItem) => void run(claim(item)),
    giveBack: (to: 'assistant' | 'queue') => void run(giveBack(id, to)),
    close: () => void run(close(id)),
  };
}
