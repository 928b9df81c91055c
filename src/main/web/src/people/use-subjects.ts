import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/http';
import { useText } from '../platform/i18n';
import { useMay } from '../platform/session';
import type { ApiKey } from '../wire/types';
import { EVERYBODY, listPeople } from './api';

export interface Subject {
  id: string;
  name: string;
}

/** Whom something can be for: people and keys, as far as the reader may see them. */
export function useSubjects() {
  const t = useText();
  const mayPeople = useMay('people');
  const mayKeys = useMay('keys');
  const everybody = useQuery({
    queryKey: EVERYBODY,
    queryFn: ({ signal }) => listPeople(signal),
    enabled: mayPeople,
    retry: false,
  });
  const keys = useQuery({
    queryKey: ['api-keys-named'],
    queryFn: async ({ signal }) =>
      (await call<{ keys: ApiKey[] }>('/api/v1/keys', { signal })).keys,
    enabled: mayKeys,
    retry: false,
  });
  const users: Subject[] = everybody.data?.users ?? [];
  const known: Subject[] = keys.data ?? [];
  return {
    users,
    keys: known,
    userName: (id: string) => users.find((one) => one.id === id)?.name ?? t.subjects.user(id),
    keyName: (id: string) => known.find((one) => one.id === id)?.name ?? t.subjects.key(id),
  };
}
