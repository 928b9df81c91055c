import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import type { ConversationDetail } from '../wire/types';
import { keys, showBranch } from './api';
import { endBelow } from './tree';

/** Shows another branch at once, and tells the server, so that it is there after a reload. */
export function useBranches(id: string | null): (message: string) => void {
  const client = useQueryClient();
  const t = useText();
  return useCallback(
    (message: string) => {
      if (id === null) return;
      const key = keys.one(id);
      const detail = client.getQueryData<ConversationDetail>(key);
      if (!detail) return;
      const turn = detail.running_turn;
      // The answer that is being written is not stored yet: its branch ends with its question.
      const target = turn && turn.answer_id === message ? turn.question_id : message;
      const end = target === message ? endBelow(detail.messages, message) : target;
      client.setQueryData<ConversationDetail>(key, {
        ...detail,
        conversation: { ...detail.conversation, active_message_id: end },
      });
      if (target !== message) return;
      showBranch(id, message).catch((error: unknown) => {
        toast(problemText(t, problemIn(error)));
        void client.invalidateQueries({ queryKey: key });
      });
    },
    [client, id, t],
  );
}
