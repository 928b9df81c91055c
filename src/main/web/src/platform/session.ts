import { useQuery } from '@tanstack/react-query';
import type { Session } from '../wire/types';
import { call } from './http';

export const SESSION = ['session'] as const;

export const useSession = () =>
  useQuery<Session>({
    queryKey: SESSION,
    queryFn: ({ signal }) => call<Session>('/api/v1/session', { signal }),
    staleTime: 60_000,
  });
