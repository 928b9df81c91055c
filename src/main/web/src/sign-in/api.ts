import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/http';
import type { LoginRequest, RegisterRequest, SignedIn, SignInMethods } from '../wire/types';

const ROOT = '/api/v1/auth';

/** Nobody is signed in yet: these ask without a token. */
const post = <T>(path: string, body: unknown) =>
  call<T>(`${ROOT}${path}`, { method: 'POST', body, open: true });

export const useMethods = () =>
  useQuery<SignInMethods>({
    queryKey: ['sign-in-methods'],
    queryFn: ({ signal }) => call<SignInMethods>(`${ROOT}/methods`, { signal, open: true }),
    staleTime: 60_000,
  });

export const logIn = (body: LoginRequest) => post<SignedIn>('/login', body);
export const makeAccount = (body: RegisterRequest) => post<SignedIn>('/register', body);
export const sendResetLink = (email: string) => post<void>('/password/forgot', { email });
export const resetPassword = (token: string, password: string) =>
  post<void>('/password/reset', { token, password });
