const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** As many as can be told apart; the others are joined. */
export const MOST_SERIES = 5;

export type Bucket = 'hour' | 'day';

export interface Point {
  at: string;
  name: string;
  value: number;
}

export interface Row {
  at: string;
  /** By series, in their order. */
  values: number[];
}

export interface Chart {
  /** Names, the greatest first; null for all that are joined. */
  names: (string | null)[];
  rows: Row[];
}

/** The beginnings of all hours or days of UTC from one moment to another, those without use too. */
export function bucketsOf(from: string, to: string, bucket: Bucket): string[] {
  const step = bucket === 'hour' ? HOUR_MS : DAY_MS;
  const end = Date.parse(to);
  const buckets: string[] = [];
  for (let at = Math.floor(Date.parse(from) / step) * step; at < end; at += step) {
    buckets.push(new Date(at).toISOString());
  }
  return buckets;
}

/** Points as rows of one value for each series, nothing where there is no point. */
export function chartOf(
  points: readonly Point[],
  buckets: readonly string[],
  most = MOST_SERIES,
): Chart {
  const totals = new Map<string, number>();
  for (const { name, value } of points) totals.set(name, (totals.get(name) ?? 0) + value);
  const sorted = [...totals]
    .filter(([, total]) => total > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([name]) => name);
  const shown = sorted.slice(0, most);
  const names = sorted.length > most ? [...shown, null] : shown;
  const placeOf = new Map(shown.map((name, at) => [name, at]));
  const rows = buckets.map((at) => ({ at, values: names.map(() => 0) }));
  const rowOf = new Map(rows.map((row) => [Date.parse(row.at), row]));
  for (const { at, name, value } of points) {
    const row = rowOf.get(Date.parse(at));
    const place = placeOf.get(name) ?? shown.length;
    if (row && value > 0) row.values[place] = (row.values[place] ?? 0) + value;
  }
  return { names, rows };
}

export const totalOf = (row: Row): number => row.values.reduce((sum, value) => sum + value, 0);

const COLOURS = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'] as const;

/** The colour of a series, for SVG. */
export const colourOf = (chart: Pick<Chart, 'names'>, at: number): string =>
  `var(--${chart.names[at] === null ? 'chart-rest' : (COLOURS[at] ?? 'chart-rest')})`;
