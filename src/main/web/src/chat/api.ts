import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { call, download, newIdempotencyKey } from '../platform/http';
import type {
  AttachedFile,
  Attachment,
  Conversation,
  ConversationDetail,
  ConversationPage,
  Document,
  Feedback,
  FeedbackReason,
  LiveAssistant,
  MadeShare,
  OwnersHandover,
  PostedMessage,
  Rating,
  Shares,
  Turn,
} from '../wire/types';

const ROOT = '/api/v1/chat';
const PAGE_SIZE = 50;

export const keys = {
  lists: ['conversations'] as const,
  list: (q: string, archived: boolean) => ['conversations', q, archived] as const,
  one: (id: string) => ['conversation', id] as const,
  given: (id: string) => ['given-documents', id] as const,
  assistants: ['live-assistants'] as const,
};

export const listConversations = (
  q: string,
  archived: boolean,
  before: string | undefined,
  signal: AbortSignal,
) =>
  call<ConversationPage>(`${ROOT}/conversations`, {
    query: { q, before, limit: PAGE_SIZE, ...(archived && { archived: 'true' }) },
    signal,
  });

export const getConversation = (id: string, signal?: AbortSignal) =>
  call<ConversationDetail>(`${ROOT}/conversations/${id}`, { signal });

/** @param assistant absent for the default one */
export const createConversation = (assistant: string | undefined, idempotencyKey: string) =>
  call<Conversation>(`${ROOT}/conversations`, {
    method: 'POST',
    body: assistant === undefined ? {} : { assistant },
    idempotencyKey,
  });

export const listAssistants = (signal: AbortSignal) =>
  call<{ assistants: LiveAssistant[] }>(`${ROOT}/assistants`, { signal });

export const renameConversation = (id: string, title: string) =>
  call<Conversation>(`${ROOT}/conversations/${id}`, { method: 'PATCH', body: { title } });

export const archiveConversation = (id: string, archived: boolean) =>
  call<Conversation>(`${ROOT}/conversations/${id}`, { method: 'PATCH', body: { archived } });

export const exportConversation = (id: string, format: 'json' | 'markdown') =>
  download(`${ROOT}/conversations/${id}/export`, { format });

export const importConversation = (file: unknown) =>
  call<Conversation>(`${ROOT}/import`, { method: 'POST', body: file });

const feedbackPath = (id: string, message: string): string =>
  `${ROOT}/conversations/${id}/messages/${message}/feedback`;

export const putFeedback = (id: string, message: string, wish: Judgement) =>
  call<Feedback>(feedbackPath(id, message), { method: 'PUT', body: wish });

export const deleteFeedback = (id: string, message: string) =>
  call<void>(feedbackPath(id, message), { method: 'DELETE' });

export interface Judgement {
  rating: Rating;
  reason?: FeedbackReason;
  text?: string;
}

export const listShares = (id: string, signal: AbortSignal) =>
  call<Shares>(`${ROOT}/conversations/${id}/shares`, { signal });

export const makeShare = (id: string) =>
  call<MadeShare>(`${ROOT}/conversations/${id}/shares`, { method: 'POST' });

export const revokeShare = (id: string) => call<void>(`${ROOT}/shares/${id}`, { method: 'DELETE' });

export const deleteConversation = (id: string) =>
  call<void>(`${ROOT}/conversations/${id}`, { method: 'DELETE' });

/** What a question is to a conversation. */
export type Asking =
  | { kind: 'ask'; text: string; parent?: string; images?: readonly File[] }
  /** With what the question showed before. */
  | { kind: 'edit'; text: string; question: string; shown: readonly string[] }
  | { kind: 'again'; question: string };

export function uploadImage(id: string, image: File) {
  const body = new FormData();
  body.set('name', image.name);
  body.set('file', image);
  return call<Attachment>(`${ROOT}/conversations/${id}/attachments`, { method: 'POST', body });
}

/** The documents of a conversation, as the server has them. */
export const listGiven = async (conversation: string, signal: AbortSignal): Promise<Document[]> =>
  (await call<{ documents: Document[] }>(givenAt(conversation), { signal })).documents;

export const deleteGiven = (conversation: string, id: string) =>
  call<void>(`${givenAt(conversation)}/${id}`, { method: 'DELETE' });

export const givenAt = (conversation: string): string =>
  `${ROOT}/conversations/${conversation}/documents`;

export const getImage = (conversation: string, id: string, signal: AbortSignal) =>
  call<AttachedFile>(`${ROOT}/conversations/${conversation}/attachments/${id}`, { signal });

/** @param shown ids of images that a new question shows */
export function postMessage(
  id: string,
  asking: Asking,
  shown: readonly string[],
  idempotencyKey: string,
) {
  const path = `${ROOT}/conversations/${id}/messages`;
  const method = 'POST';
  switch (asking.kind) {
    case 'ask': {
      const { text, parent: parent_id } = asking;
      const body = { text, parent_id, ...(shown.length > 0 && { attachment_ids: shown }) };
      return call<PostedMessage>(path, { method, body, idempotencyKey });
    }
    case 'edit': {
      const body = {
        text: asking.text,
        ...(asking.shown.length > 0 && { attachment_ids: asking.shown }),
      };
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

export const askForPerson = (id: string) =>
  call<OwnersHandover>(`${ROOT}/conversations/${id}/handover`, { method: 'POST', body: {} });

export const withdrawHandover = (id: string) =>
  call<void>(`${ROOT}/conversations/${id}/handover`, { method: 'DELETE' });

export const showTyping = (id: string) =>
  call<void>(`${ROOT}/conversations/${id}/typing`, { method: 'PUT', body: { typing: true } });

export const eventsOf = (id: string): string => `${ROOT}/conversations/${id}/events`;

export const decideToolCall = (turn: string, callId: number, decision: 'allow' | 'decline') =>
  call<void>(`${ROOT}/turns/${turn}/tool_calls/${callId}`, { method: 'POST', body: { decision } });

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
