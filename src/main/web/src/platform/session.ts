import { useQuery } from '@tanstack/react-query';
import type { Session } from '../wire/types';
import { call } from './http';
import { tokens } from './sign-in';

const LOOK_AGAIN_MS = 30_000;

export const SESSION = ['session'] as const;

export const useSession = () =>
  useQuery<Session>({
    queryKey: SESSION,
    queryFn: ({ signal }) => call<Session>('/api/v1/session', { signal }),
    staleTime: 60_000,
    // Who is signed out elsewhere does not go on looking at what this page shows.
    refetchInterval: () => (tokens.text === null ? false : LOOK_AGAIN_MS),
  });

/** Whether the caller may do what the permission names. */
export const useMay = (permission: string): boolean =>
  useSession().data?.caller.permissions?.includes(permission) ?? false;
