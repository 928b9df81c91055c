import { call } from '../platform/http';
import type {
  KeyTried,
  ModelBook,
  ModelProvider,
  ModelProviderRequest,
  ModelRoute,
  ModelRouteRequest,
} from '../wire/types';

const ROOT = '/api/v1/admin/models';

export const BOOK = ['models'] as const;

export const getBook = (signal: AbortSignal) => call<ModelBook>(ROOT, { signal });

export const addProvider = (body: ModelProviderRequest) =>
  call<ModelProvider>(`${ROOT}/providers`, { method: 'POST', body });

export interface ProviderChange {
  name?: string;
  base_url?: string;
  key?: { label: string; key: string };
}

export const changeProvider = (id: string, body: ProviderChange) =>
  call<ModelProvider>(`${ROOT}/providers/${id}`, { method: 'PATCH', body });

export const removeProvider = (id: string) =>
  call<void>(`${ROOT}/providers/${id}`, { method: 'DELETE' });

export const removeProviderKey = (provider: string, key: string) =>
  call<void>(`${ROOT}/providers/${provider}/keys/${key}`, { method: 'DELETE' });

export const testProvider = async (id: string, model: string): Promise<KeyTried[]> =>
  (
    await call<{ results: KeyTried[] }>(`${ROOT}/providers/${id}/test`, {
      method: 'POST',
      body: { model },
    })
  ).results;

export const putRoute = (name: string, body: ModelRouteRequest) =>
  call<ModelRoute>(`${ROOT}/routes/${encodeURIComponent(name)}`, { method: 'PUT', body });

export const removeRoute = (name: string) =>
  call<void>(`${ROOT}/routes/${encodeURIComponent(name)}`, { method: 'DELETE' });
