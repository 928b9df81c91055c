import { call } from '../platform/http';
import type {
  AttachedFile,
  CannedReply,
  CannedReplyRequest,
  HandoverNote,
  InboxConversation,
  InboxItem,
  InboxPage,
  Message,
} from '../wire/types';

const ROOT = '/api/v1/inbox';
const PAGE_SIZE = 50;

export type Filter = 'queue' | 'mine' | 'all';

export const FILTERS: readonly Filter[] = ['queue', 'mine', 'all'];

export const keys = {
  all: ['inbox'] as const,
  lists: ['inbox', 'list'] as const,
  list: (filter: Filter, q: string) => ['inbox', 'list', filter, q] as const,
  waiting: ['inbox', 'waiting'] as const,
  one: (id: string) => ['inbox', 'one', id] as const,
  canned: ['inbox', 'canned'] as const,
};

export const EVENTS = `${ROOT}/events`;

export const listInbox = (
  filter: Filter,
  q: string,
  before: string | undefined,
  signal: AbortSignal,
) => call<InboxPage>(ROOT, { query: { filter, q, before, limit: PAGE_SIZE }, signal });

export const getOne = (id: string, signal: AbortSignal) =>
  call<InboxConversation>(`${ROOT}/${id}`, { signal });

export const getImage = (id: string, image: string, signal: AbortSignal) =>
  call<AttachedFile>(`${ROOT}/${id}/attachments/${image}`, { signal });

const act = (id: string, what: string, body?: unknown) =>
  call<InboxItem>(`${ROOT}/${id}/${what}`, { method: 'POST', body });

export const claim = ({ handover }: InboxItem) =>
  act(handover.conversation_id, 'claim', { epoch: handover.epoch });

export const giveBack = (id: string, to: 'assistant' | 'queue') => act(id, 'give-back', { to });

export const close = (id: string) => act(id, 'close');

export const reply = (id: string, text: string, idempotencyKey: string) =>
  call<Message>(`${ROOT}/${id}/messages`, { method: 'POST', body: { text }, idempotencyKey });

export const addNote = (id: string, text: string) =>
  call<HandoverNote>(`${ROOT}/${id}/notes`, { method: 'POST', body: { text } });

export const showPresence = (id: string, typing: boolean, seen: number) =>
  call<void>(`${ROOT}/${id}/presence`, { method: 'PUT', body: { typing, seen } });

const CANNED = `${ROOT}/canned-replies`;

export const listCanned = (signal: AbortSignal) =>
  call<{ replies: CannedReply[] }>(CANNED, { signal });

export const addCanned = (wish: CannedReplyRequest) =>
  call<CannedReply>(CANNED, { method: 'POST', body: wish });

export const changeCanned = (id: string, wish: CannedReplyRequest) =>
  call<CannedReply>(`${CANNED}/${id}`, { method: 'PUT', body: wish });

export const deleteCanned = (id: string) => call<void>(`${CANNED}/${id}`, { method: 'DELETE' });
