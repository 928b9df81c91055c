import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { call } from '../platform/http';
import type { Document, DocumentPage, DocumentState, SearchAnswer } from '../wire/types';

const ROOT = '/api/v1/knowledge';
const PAGE_SIZE = 100;

export interface Filter {
  q: string;
  state: DocumentState | '';
  /** Empty for all. */
  base: string;
}

export const keys = {
  lists: ['documents'] as const,
  list: ({ q, state, base }: Filter) => ['documents', q, state, base] as const,
  counts: ['document-counts'] as const,
  countsOf: (base: string) => ['document-counts', base] as const,
  one: (id: string) => ['document', id] as const,
};

export const listDocuments = (
  { q, state, base }: Filter,
  after: string | undefined,
  signal: AbortSignal,
) =>
  call<DocumentPage>(`${ROOT}/documents`, {
    query: { q, state, base, after, limit: PAGE_SIZE },
    signal,
  });

export const countDocuments = (base: string, signal: AbortSignal) =>
  call<DocumentPage>(`${ROOT}/documents`, { query: { base, limit: 1 }, signal });

export const getDocument = (id: string, signal?: AbortSignal) =>
  call<Document>(`${ROOT}/documents/${encodeURIComponent(id)}`, { signal });

export const deleteDocument = (id: string) =>
  call<void>(`${ROOT}/documents/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** @param base empty for the first one that the reader may change */
export const addPage = (url: string, base: string) =>
  call<Document>(`${ROOT}/pages`, {
    method: 'POST',
    body: { url, ...(base !== '' && { base }) },
  });

export type SearchMode = 'hybrid' | 'text' | 'vectors';

export const searchPassages = (query: string, mode: SearchMode, signal: AbortSignal) =>
  call<SearchAnswer>(`${ROOT}/search`, {
    method: 'POST',
    body: { query, mode, limit: 10 },
    signal,
  });

export const UPLOAD = `${ROOT}/documents`;

type Pages = InfiniteData<DocumentPage>;

/** Changes or (with null) removes documents in every list that is loaded. */
export function patchDocuments(
  client: QueryClient,
  ids: ReadonlySet<string>,
  change: (one: Document) => Document | null,
): void {
  client.setQueriesData<Pages>(
    { queryKey: keys.lists },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          documents: page.documents.flatMap((one) => {
            const next = ids.has(one.id) ? change(one) : one;
            return next === null ? [] : [next];
          }),
        })),
      },
  );
}
