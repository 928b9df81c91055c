import { call } from '../platform/http';
import type { Source, SourceReport, SourceRequest, SourceRun } from '../wire/types';

const ROOT = '/api/v1/knowledge/sources';
const at = (id: string) => `${ROOT}/${encodeURIComponent(id)}`;
const run = (id: string, runId: string) => `${at(id)}/runs/${encodeURIComponent(runId)}`;

export const keys = {
  list: ['sources'] as const,
  runs: (id: string) => ['source-runs', id] as const,
  report: (runId: string) => ['source-report', runId] as const,
};

export interface SourceList {
  sources: Source[];
  /** Whether a source can be a folder of the server. */
  folders: boolean;
}

export const listSources = (signal: AbortSignal) => call<SourceList>(ROOT, { signal });

export const addSource = (body: SourceRequest) => call<Source>(ROOT, { method: 'POST', body });

export const changeSource = (id: string, body: SourceRequest) =>
  call<Source>(at(id), { method: 'PUT', body });

export const removeSource = (id: string) => call<void>(at(id), { method: 'DELETE' });

export const startRun = (id: string, removeMissing = false) =>
  call<SourceRun>(`${at(id)}/runs`, {
    method: 'POST',
    body: removeMissing ? { remove_missing: true } : {},
  });

export const cancelRun = (id: string, runId: string) =>
  call<SourceRun>(`${run(id, runId)}/cancel`, { method: 'POST' });

export const listRuns = (id: string, signal: AbortSignal) =>
  call<{ runs: SourceRun[] }>(`${at(id)}/runs`, { signal });

export const getReport = (id: string, runId: string, signal: AbortSignal) =>
  call<SourceReport>(run(id, runId), { signal });
