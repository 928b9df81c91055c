import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { problemIn } from '../platform/problem';
import { go } from '../platform/router';
import { tellOtherTabs } from '../platform/tabs';
import type { Attachment, ConversationDetail, PostedMessage, Problem } from '../wire/types';
import {
  type Asking,
  cancelTurn,
  createConversation,
  getConversation,
  keys,
  newIdempotencyKey,
  patchLists,
  postMessage,
  uploadImage,
} from './api';
import { markStopping } from './live-turns';
import { shownBy } from './thread-items';
import { attach } from './use-conversation';

interface Sending {
  asking: Asking;
  /** Of a conversation that is to begin. */
  assistant: string | undefined;
  /** Where it was asked; null before the conversation exists. */
  conversation: string | null;
  /** What was uploaded of its images. */
  uploaded: readonly Attachment[];
  conversationKey: string;
  messageKey: string;
  problem: Problem | null;
}

/** Sends questions. Trying again uses the same idempotency keys, so nothing is asked twice. */
export function useAsking(id: string | null, assistant: string | undefined) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const busy = useRef(false);

  const send = useCallback(
    async (attempt: Sending) => {
      if (busy.current) return;
      busy.current = true;
      let { conversation, uploaded } = attempt;
      setSending({ ...attempt, problem: null });
      try {
        conversation ??= (await createConversation(attempt.assistant, attempt.conversationKey)).id;
        for (const image of imagesOf(attempt.asking).slice(uploaded.length)) {
          uploaded = [...uploaded, await uploadImage(conversation, image)];
        }
        const shown = uploaded.map((one) => one.id);
        const posted = await postMessage(conversation, attempt.asking, shown, attempt.messageKey);
        const known =
          client.getQueryData<ConversationDetail>(keys.one(conversation)) ??
          (await getConversation(conversation));
        client.setQueryData(
          keys.one(conversation),
          withPosted(known, posted, attempt.asking, uploaded),
        );
        const { turn } = posted;
        if (turn) {
          attach(client, turn);
          patchLists(client, conversation, (one) => ({ ...one, running_turn: turn.id }));
        }
        setSending(null);
        // Unless the reader has gone elsewhere meanwhile.
        if (location.pathname === '/') go(`/c/${conversation}`, { replace: true });
        tellOtherTabs(conversation);
      } catch (error) {
        setSending({ ...attempt, conversation, uploaded, problem: problemIn(error) });
        if (conversation !== null)
          void client.invalidateQueries({ queryKey: keys.one(conversation) });
      } finally {
        busy.current = false;
        void client.invalidateQueries({ queryKey: keys.lists });
      }
    },
    [client],
  );

  const ask = useCallback(
    (asking: Asking) =>
      void send({
        asking,
        assistant,
        conversation: id,
        uploaded: [],
        conversationKey: newIdempotencyKey(),
        messageKey: newIdempotencyKey(),
        problem: null,
      }),
    [send, id, assistant],
  );

  const here = sending !== null && (sending.conversation === id || id === null) ? sending : null;
  const retry = () => {
    if (sending) void send(sending);
  };
  const giveUp = () => setSending(null);
  return { ask, retry, giveUp, sending: here };
}

const imagesOf = (asking: Asking): readonly File[] =>
  asking.kind === 'ask' ? (asking.images ?? []) : [];

function withPosted(
  detail: ConversationDetail,
  posted: PostedMessage,
  asking: Asking,
  uploaded: readonly Attachment[],
): ConversationDetail {
  const before = asking.kind === 'edit' ? shownBy(detail, asking.question) : [];
  const shown = there(detail, posted) ? [] : [...before, ...uploaded];
  return {
    ...detail,
    conversation: { ...detail.conversation, active_message_id: posted.message.id },
    messages: there(detail, posted) ? detail.messages : [...detail.messages, posted.message],
    attachments: [
      ...detail.attachments,
      ...shown.map((attachment) => ({ message_id: posted.message.id, attachment })),
    ],
    ...(posted.turn && { running_turn: posted.turn }),
    ...(posted.handover && { handover: posted.handover }),
  };
}

const there = (detail: ConversationDetail, posted: PostedMessage): boolean =>
  detail.messages.some((message) => message.id === posted.message.id);

/** Asks the server to stop; the turn's own last event says when it has. */
export async function stopTurn(id: string): Promise<void> {
  markStopping(id, true);
  try {
    await cancelTurn(id);
  } catch {
    markStopping(id, false);
  }
}
