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

/** Whether the caller may do what the permission names. */
export const useMay = (permission: string): boolean =>
  useSession().data?.caller.permissions?.includes(permission) ?? false;
