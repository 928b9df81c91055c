import { useQuery } from '@tanstack/react-query';
import type { Base } from '../wire/types';
import { BASES, listBases } from './bases-api';

/** The bases that the reader may see, and which of them are theirs to change. */
export function useBases() {
  const query = useQuery<Base[]>({
    queryKey: BASES,
    queryFn: ({ signal }) => listBases(signal),
    staleTime: 30_000,
  });
  const bases = query.data ?? [];
  const editable = bases.filter((one) => one.level === 'editor');
  // A workspace without any gets its first one with its first document.
  const mayAdd = editable.length > 0 || (query.isSuccess && bases.length === 0);
  return { bases, editable, mayAdd, query };
}
