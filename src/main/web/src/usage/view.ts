import type { Bucket } from '../charts/series';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** As many days as the server sums up at once. */
const MOST_DAYS = 800;

export const RANGES = ['24h', '7d', '30d', '90d', '365d'] as const;
export const GROUPS = ['model', 'provider', 'user', 'key', 'kind', 'workspace'] as const;
export const MEASURES = ['cost', 'tokens', 'requests', 'failures'] as const;
export const ONLY = ['model', 'provider', 'user', 'key', 'kind'] as const;

export type Range = (typeof RANGES)[number] | 'own';
export type Group = (typeof GROUPS)[number];
export type Measure = (typeof MEASURES)[number];
export type Only = (typeof ONLY)[number];

/** What is looked at, as it stands in the address. */
export interface View {
  range: Range;
  /** Days of UTC, both included; only of a range of one's own. */
  from: string;
  to: string;
  group: Group;
  measure: Measure;
  only: { [name in Only]?: string };
}

export interface Span {
  from: string;
  to: string;
  bucket: Bucket;
}

const oneOf = <T extends string>(all: readonly T[], text: string | null, usual: T): T =>
  all.find((one) => one === text) ?? usual;

const instantOf = (day: string): number => (DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN);

export function viewOf(search: string): View {
  const params = new URLSearchParams(search);
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  const days = (instantOf(to) - instantOf(from)) / DAY_MS + 1;
  const own = days >= 1 && days <= MOST_DAYS;
  const only: View['only'] = {};
  for (const name of ONLY) {
    const value = params.get(name);
    if (value) only[name] = value;
  }
  return {
    range: own ? 'own' : oneOf(RANGES, params.get('range'), '30d'),
    from: own ? from : '',
    to: own ? to : '',
    group: oneOf(GROUPS, params.get('by'), 'model'),
    measure: oneOf(MEASURES, params.get('measure'), 'cost'),
    only,
  };
}

/** Whole hours or days of UTC, the running one included. */
export function spanOf(view: View, now: number): Span {
  if (view.range === '24h') {
    const end = Math.floor(now / HOUR_MS) * HOUR_MS + HOUR_MS;
    return spanned(end - DAY_MS, end, 'hour');
  }
  if (view.range === 'own') {
    const from = instantOf(view.from);
    const to = instantOf(view.to) + DAY_MS;
    return spanned(from, to, to - from <= 2 * DAY_MS ? 'hour' : 'day');
  }
  const end = Math.floor(now / DAY_MS) * DAY_MS + DAY_MS;
  return spanned(end - Number.parseInt(view.range, 10) * DAY_MS, end, 'day');
}

/** The span of the same length before it. */
export function spanBefore({ from, to, bucket }: Span): Span {
  const start = Date.parse(from);
  return spanned(start - (Date.parse(to) - start), start, bucket);
}

const spanned = (from: number, to: number, bucket: Bucket): Span => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
  bucket,
});

/** The first and last day of a span, as a calendar takes them. */
export const daysOf = ({ from, to }: Span): [string, string] => [
  from.slice(0, 10),
  new Date(Date.parse(to) - 1).toISOString().slice(0, 10),
];
