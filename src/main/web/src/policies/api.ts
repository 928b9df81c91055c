import { call } from '../platform/http';
import type {
  Assistant,
  Policies,
  Policy,
  PolicyRequest,
  PolicyTried,
  PolicyWhere,
} from '../wire/types';

const ROOT = '/api/v1/admin/policies';

export const POLICIES = ['policies'] as const;

/** As on their own page. */
export const ASSISTANTS = ['assistants'] as const;

export const listAssistants = (signal: AbortSignal) =>
  call<{ assistants: Assistant[] }>('/api/v1/admin/assistants', { signal });

export const listPolicies = (signal: AbortSignal) => call<Policies>(ROOT, { signal });

export const addPolicy = (policy: PolicyRequest) =>
  call<Policy>(ROOT, { method: 'POST', body: policy });

export const changePolicy = (id: string, policy: PolicyRequest) =>
  call<Policy>(`${ROOT}/${id}`, { method: 'PUT', body: policy });

export const removePolicy = (id: string) => call<void>(`${ROOT}/${id}`, { method: 'DELETE' });

export const orderPolicies = (policies: string[]) =>
  call<Policies>(`${ROOT}/order`, { method: 'POST', body: { policies } });

/** @param assistant empty for none */
export const tryPolicies = (text: string, where: PolicyWhere, assistant: string) =>
  call<PolicyTried>(`${ROOT}/try`, {
    method: 'POST',
    body: { text, where, ...(assistant !== '' && { assistant }) },
  });
