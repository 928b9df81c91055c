import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { call, newIdempotencyKey } from '../platform/http';
import type {
  Conversation,
  ConversationDetail,
  ConversationPage,
  PostedMessage,
  Turn,
} from '../wire/types';

const ROOT = '/api/v1/chat';
const PAGE_SIZE = 50;

export const keys = {
  lists: ['conversations'] as const,
  list: (q: string) => ['conversations', q] as const,
  one: (id: string) => ['conversation', id] as const,
};

export const listConversations = (q: string, before: string | undefined, signal: AbortSignal) =>
  call<ConversationPage>(`${ROOT}/conversations`, {
    query: { q, before, limit: PAGE_SIZE },
    signal,
  });

export const getConversation = (id: string, signal?: AbortSignal) =>
  call<ConversationDetail>(`${ROOT}/conversations/${id}`, { signal });

export const createConversation = (idempotencyKey: string) =>
  call<Conversation>(`${ROOT}/conversations`, { method: 'POST', body: {}, idempotencyKey });

export const renameConversation = (id: string, title: string) =>
  call<Conversation>(`${ROOT}/conversations/${id}`, { method: 'PATCH', body: { title } });

export const deleteConversation = (id: string) =>
  call<void>(`${ROOT}/conversations/${id}`, { method: 'DELETE' });

/** What a question is to a conversation. */
export type Asking =
  | { kind: 'ask'; text: string; parent?: string }
  | { kind: 'edit'; text: string; question: string }
  | { kind: 'again'; question: string };

export function postMessage(id: string, asking: Asking, idempotencyKey: string) {
  const path = `${ROOT}/conversations/${id}/messages`;
  const method = 'POST';
  switch (asking.kind) {
    case 'ask': {
      const { text, parent: parent_id } = asking;
      return call<PostedMessage>(path, { method, body: { text, parent_id }, idempotencyKey });
    }
    case 'edit': {
      const body = { text: asking.text };
      const to = `${path}/${asking.question}/edit`;
      return call<PostedMessage>(to, { method, body, idempotencyKey });
    }
    case 'again':
      return call<PostedMessage>(`${path}/${asking.question}/regenerate`, {
        method,
        idempotencyKey,
      });
  }
}

export const showBranch = (id: string, message: string) =>
  call<Conversation>(`${ROOT}/conversations/${id}/branch`, {
    method: 'PUT',
    body: { message_id: message },
  });

export const cancelTurn = (id: string) =>
  call<Turn>(`${ROOT}/turns/${id}/cancel`, { method: 'POST' });

export { newIdempotencyKey };

type Pages = InfiniteData<ConversationPage>;

/** Changes or (with null) removes one conversation in every list that is loaded. */
export function patchLists(
  client: QueryClient,
  id: string,
  change: (one: Conversation) => Conversation | null,
): void {
  client.setQueriesData<Pages>(
    { queryKey: keys.lists },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          conversations: page.conversations.flatMap((one) => {
            const next = one.id === id ? change(one) : one;
            return next === null ? [] : [next];
          }),
        })),
      },
  );
}
