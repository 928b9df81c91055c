import { call } from '../platform/http';
import type { Assistant, AssistantDefinition, AssistantDetail } from '../wire/types';

const ROOT = '/api/v1/admin/assistants';

export const keys = {
  all: ['assistants'] as const,
  one: (id: string) => ['assistants', id] as const,
  version: (id: string, version: number) => ['assistants', id, version] as const,
};

export const listAssistants = (signal: AbortSignal) =>
  call<{ assistants: Assistant[] }>(ROOT, { signal });

export const getAssistant = (id: string, signal?: AbortSignal) =>
  call<AssistantDetail>(`${ROOT}/${id}`, { signal });

export interface WantedAssistant {
  slug: string;
  name: string;
  definition: AssistantDefinition;
}

export const addAssistant = (body: WantedAssistant) =>
  call<AssistantDetail>(ROOT, { method: 'POST', body });

export const changeAssistant = (id: string, body: { name?: string; archived?: boolean }) =>
  call<AssistantDetail>(`${ROOT}/${id}`, { method: 'PATCH', body });

export interface WantedVersion {
  /** The version that it was made of. */
  after: number;
  note: string;
  definition: AssistantDefinition;
}

export const saveVersion = (id: string, body: WantedVersion) =>
  call<AssistantDetail>(`${ROOT}/${id}/versions`, { method: 'POST', body });

export const getVersion = (id: string, version: number, signal?: AbortSignal) =>
  call<{ version: number; definition: AssistantDefinition }>(`${ROOT}/${id}/versions/${version}`, {
    signal,
  });

export const publishVersion = (id: string, version: number) =>
  call<AssistantDetail>(`${ROOT}/${id}/publish`, { method: 'POST', body: { version } });

export const tryPath = (id: string): string => `${ROOT}/${id}/try`;
