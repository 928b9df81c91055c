import { call } from '../platform/http';
import type { Base, BaseAccess, BaseDetail } from '../wire/types';

const ROOT = '/api/v1/knowledge/bases';

export const BASES = ['bases'] as const;

export const baseKey = (id: string) => ['bases', id] as const;

export const listBases = async (signal: AbortSignal): Promise<Base[]> =>
  (await call<{ bases: Base[] }>(ROOT, { signal })).bases;

export const getBase = (id: string, signal: AbortSignal) =>
  call<BaseDetail>(`${ROOT}/${id}`, { signal });

export interface BaseWish {
  name: string;
  description: string;
}

export const createBase = (wish: BaseWish & { access: BaseAccess }) =>
  call<BaseDetail>(ROOT, { method: 'POST', body: wish });

export const changeBase = (id: string, wish: BaseWish) =>
  call<BaseDetail>(`${ROOT}/${id}`, { method: 'PATCH', body: wish });

export const setBaseAccess = (id: string, access: BaseAccess) =>
  call<BaseDetail>(`${ROOT}/${id}/access`, { method: 'PUT', body: access });

export const deleteBase = (id: string) => call<void>(`${ROOT}/${id}`, { method: 'DELETE' });
