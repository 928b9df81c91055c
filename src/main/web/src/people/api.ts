import { call } from '../platform/http';
import type { Everybody, Invited, Person, Role } from '../wire/types';

const ROOT = '/api/v1/admin';

export const EVERYBODY = ['people'] as const;

export const listPeople = (signal: AbortSignal) => call<Everybody>(`${ROOT}/users`, { signal });

export const changePerson = (id: string, change: { role?: Role; enabled?: boolean }) =>
  call<Person>(`${ROOT}/users/${id}`, { method: 'PATCH', body: change });

export const invite = (email: string, role: Role) =>
  call<Invited>(`${ROOT}/invitations`, { method: 'POST', body: { email, role } });

export const withdraw = (id: string) =>
  call<void>(`${ROOT}/invitations/${id}`, { method: 'DELETE' });
