import { call, download } from '../platform/http';
import type { AuditPage, AuditVerified } from '../wire/types';

const ROOT = '/api/v1/admin/audit';
const PAGE_SIZE = 50;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** As it stands in the address; `from` and `to` are days of the reader's clock, both included. */
export interface Filter {
  actor: string;
  action: string;
  target: string;
  from: string;
  to: string;
}

export const FILTERS = ['actor', 'action', 'target', 'from', 'to'] as const;
export const NO_FILTER: Filter = { actor: '', action: '', target: '', from: '', to: '' };

export function filterOf(search: string): Filter {
  const params = new URLSearchParams(search);
  const found = { ...NO_FILTER };
  for (const name of FILTERS) found[name] = params.get(name) ?? '';
  return found;
}

export const isEmpty = (filter: Filter): boolean => FILTERS.every((name) => filter[name] === '');

/** The beginning of a day, or of one some days later, as the server wants it. */
export function instantOf(day: string, later: number): string | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const queryOf = ({ from, to, ...words }: Filter) => ({
  ...words,
  from: instantOf(from, 0),
  to: instantOf(to, 1),
});

export const keys = { list: (filter: Filter) => ['audit', filter] as const };

export const listEvents = (filter: Filter, before: number | undefined, signal: AbortSignal) =>
  call<AuditPage>(ROOT, { query: { ...queryOf(filter), before, limit: PAGE_SIZE }, signal });

export const exportEvents = (filter: Filter) => download(`${ROOT}/export`, queryOf(filter));

export const verifyEvents = () =>
  call<AuditVerified>(`${ROOT}/verify`, { method: 'POST', body: {} });
