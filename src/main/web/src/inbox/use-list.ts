import { useInfiniteQuery } from '@tanstack/react-query';
import { type Filter, keys, listInbox } from './api';

export function useList(filter: Filter, q: string) {
  const query = useInfiniteQuery({
    queryKey: keys.list(filter, q),
    queryFn: ({ pageParam, signal }) => listInbox(filter, q, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: (before, old) => (old?.queryKey[2] === filter ? before : undefined),
  });
  const pages = query.data?.pages ?? [];
  return {
    query,
    items: pages.flatMap(({ conversations }) => conversations),
    counts: pages[0]?.counts ?? null,
  };
}
