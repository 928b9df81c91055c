import { call } from '../platform/http';
import type { SettingChange, SettingHistory, Settings, SettingValue } from '../wire/types';

const ROOT = '/api/v1/admin/settings';

export const SETTINGS = ['settings'] as const;
export const HISTORY = ['settings', 'versions'] as const;

export const getSettings = (signal: AbortSignal) => call<Settings>(ROOT, { signal });

export const changeSettings = (
  version: number,
  values: Record<string, SettingValue | null>,
  note: string,
) =>
  call<Settings>(ROOT, {
    method: 'PATCH',
    body: { version, values, ...(note !== '' && { note }) },
  });

export const listVersions = (before: number | undefined, signal: AbortSignal) =>
  call<SettingHistory>(`${ROOT}/versions`, { query: { before }, signal });

export const compareVersions = (from: number, to: number, signal: AbortSignal) =>
  call<{ changes: SettingChange[] }>(`${ROOT}/comparison`, { query: { from, to }, signal });

export const restoreVersion = (number: number, version: number, note: string) =>
  call<Settings>(`${ROOT}/versions/${number}/restore`, {
    method: 'POST',
    body: { version, ...(note !== '' && { note }) },
  });
