import { call } from '../platform/http';
import type {
  ApiKey,
  ApiKeyRequest,
  MadeKey,
  Person,
  SignInSession,
  TotpSeed,
} from '../wire/types';

const ROOT = '/api/v1/auth';
const KEYS = '/api/v1/keys';

export const keys = {
  me: ['me'] as const,
  sessions: ['sign-in-sessions'] as const,
  apiKeys: ['api-keys'] as const,
};

export const getMe = (signal: AbortSignal) => call<Person>(`${ROOT}/me`, { signal });

export const changeName = (name: string) =>
  call<Person>(`${ROOT}/me`, { method: 'PATCH', body: { name } });

export const changePassword = (current: string, password: string) =>
  call<void>(`${ROOT}/password`, { method: 'POST', body: { current, password } });

export const listSessions = async (signal: AbortSignal) =>
  (await call<{ sessions: SignInSession[] }>(`${ROOT}/sessions`, { signal })).sessions;

export const endSession = (id: string) =>
  call<void>(`${ROOT}/sessions/${id}`, { method: 'DELETE' });

export const endSessions = () => call<void>(`${ROOT}/sessions`, { method: 'DELETE' });

export const beginTotp = (password: string) =>
  call<TotpSeed>(`${ROOT}/totp`, { method: 'POST', body: { password } });

export const confirmTotp = async (code: string) =>
  (
    await call<{ recovery_codes: string[] }>(`${ROOT}/totp/confirm`, {
      method: 'POST',
      body: { code },
    })
  ).recovery_codes;

export const removeTotp = (password: string) =>
  call<void>(`${ROOT}/totp/remove`, { method: 'POST', body: { password } });

export const listKeys = async (signal: AbortSignal) =>
  (await call<{ keys: ApiKey[] }>(KEYS, { signal })).keys;

export const createKey = (body: ApiKeyRequest) => call<MadeKey>(KEYS, { method: 'POST', body });

export const revokeKey = (id: string) => call<void>(`${KEYS}/${id}`, { method: 'DELETE' });
