import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '../platform/store';
import { hiddenStore } from '../platform/undo';
import { isPending, pendingIn } from '../reader/states';
import type { Document, DocumentCounts } from '../wire/types';
import {
  countDocuments,
  type Filter,
  getDocument,
  keys,
  listDocuments,
  patchDocuments,
} from './api';

const POLL_MS = 1_000;

/** How many documents are in which state; asked for again and again only while some are pending. */
export const useCounts = (base = '') =>
  useQuery<DocumentCounts>({
    queryKey: keys.countsOf(base),
    queryFn: async ({ signal }) => (await countDocuments(base, signal)).counts,
    refetchInterval: ({ state }) => (state.data && pendingIn(state.data) > 0 ? POLL_MS : false),
  });

export function useDocuments(filter: Filter) {
  const hidden = useStore(hiddenStore);
  const query = useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) => listDocuments(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const documents = useMemo(
    () =>
      (query.data?.pages ?? [])
        .flatMap((page) => page.documents)
        .filter((one) => !hidden.has(one.id)),
    [query.data, hidden],
  );
  useFreshLists(filter);
  return { query, documents };
}

/** Rows follow their own document; a list filtered by state must be asked for when counts move. */
function useFreshLists({ state, base }: Filter): void {
  const client = useQueryClient();
  const counts = useCounts(base).data;
  const byState = state !== '';
  const before = useRef(counts);
  useEffect(() => {
    const last = before.current;
    before.current = counts;
    if (!counts || !last || last === counts) return;
    const finished = pendingIn(last) > 0 && pendingIn(counts) === 0;
    if (byState || finished) void client.invalidateQueries({ queryKey: keys.lists });
  }, [client, counts, byState]);
}

/** The newest known form of a document of a list; polls while it is pending and shown. */
export function useDocument(document: Document): Document {
  const client = useQueryClient();
  const pending = isPending(document.state);
  const query = useQuery<Document>({
    queryKey: keys.one(document.id),
    queryFn: ({ signal }) => getDocument(document.id, signal),
    enabled: pending,
    refetchInterval: ({ state }) => (state.data && !isPending(state.data.state) ? false : POLL_MS),
  });
  const newest = pending && query.data ? query.data : document;
  useEffect(() => {
    if (newest !== document && !isPending(newest.state)) {
      patchDocuments(client, new Set([newest.id]), () => newest);
    }
  }, [client, newest, document]);
  return newest;
}
