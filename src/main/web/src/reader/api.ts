import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/http';
import type { DocumentContent } from '../wire/types';

/** The text of a document's version; of the current one where none is named. */
export const useContent = (id: string, version: number | undefined) =>
  useQuery<DocumentContent>({
    queryKey: ['content', id, version ?? 'current'],
    queryFn: ({ signal }) =>
      call<DocumentContent>(`/api/v1/knowledge/documents/${encodeURIComponent(id)}/content`, {
        query: { version },
        signal,
      }),
    // A deleted document must be seen as deleted, so even a fixed version is asked for again.
    staleTime: 30_000,
  });
