import { useQuery } from '@tanstack/react-query';
import { useMay } from '../platform/session';
import type { Base } from '../wire/types';
import { BASES, listBases } from './bases-api';

/** The bases that the reader may see, and which of them are theirs to change. */
export function useBases() {
  const mayManage = useMay('knowledge.manage');
  const query = useQuery<Base[]>({
    queryKey: BASES,
    queryFn: ({ signal }) => listBases(signal),
    staleTime: 30_000,
  });
  const bases = query.data ?? [];
  const editable = bases.filter((one) => one.level === 'editor');
  // The first document of an administrator makes the first one.
  const mayAdd = editable.length > 0 || (mayManage && query.isSuccess && bases.length === 0);
  return { bases, editable, mayAdd, query };
}
