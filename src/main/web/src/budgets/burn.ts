import type { Budget, BudgetDetail } from '../wire/types';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Shares of a budget at which somebody is told. */
export const THRESHOLDS = [50, 80, 100] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Spent, of what there is. More than one where it was lowered afterwards. */
export const shareOf = ({ spent_nano: spent, limit_nano: limit }: Budget): number =>
  limit === 0 ? 1 : spent / limit;

export const reached = (budget: Budget): Threshold | null =>
  THRESHOLDS.findLast((threshold) => shareOf(budget) * 100 >= threshold) ?? null;

export interface BurnPoint {
  at: number;
  /** Money that is left; null where it is not yet known. */
  left: number | null;
  /** What would be left if every hour cost the same; null where there is no end. */
  pace: number | null;
}

export interface Burn {
  points: BurnPoint[];
  perDay: number;
  /** When nothing will be left if it goes on like this; null when not before the end. */
  emptyAt: number | null;
  /** What will be left at the end if it goes on like this; null where there is no end. */
  leftAtEnd: number | null;
}

/** How the money of a budget goes down, from the beginning of its time to its end. */
export function burnOf({ budget, series }: BudgetDetail, now: number): Burn {
  const step = budget.period === 'day' ? HOUR_MS : DAY_MS;
  const start = Date.parse(budget.window_from);
  const end = budget.window_to === undefined ? null : Date.parse(budget.window_to);
  const paceAt = (at: number) =>
    end === null ? null : budget.limit_nano * (1 - (at - start) / (end - start));
  const spentIn = new Map(series.map(({ at, cost_nano: cost }) => [Date.parse(at), cost]));
  const points: BurnPoint[] = [{ at: start, left: budget.limit_nano, pace: paceAt(start) }];
  let spent = 0;
  for (let at = Math.floor(start / step) * step; at + step <= (end ?? now); at += step) {
    spent += spentIn.get(at) ?? 0;
    const past = at + step <= now;
    if (!past && points.at(-1)?.left !== null) points.push(today(budget, now, paceAt(now)));
    const left = past ? budget.limit_nano - spent : null;
    if (at + step > start) points.push({ at: at + step, left, pace: paceAt(at + step) });
  }
  if (points.at(-1)?.left !== null) points.push(today(budget, now, paceAt(now)));
  return { points, ...forecast(budget, start, end, now) };
}

// The newest figure is that of the budget itself, not that of the buckets.
const today = (budget: Budget, now: number, pace: number | null): BurnPoint => ({
  at: now,
  left: budget.limit_nano - budget.spent_nano,
  pace,
});

function forecast(
  budget: Budget,
  start: number,
  end: number | null,
  now: number,
): Pick<Burn, 'perDay' | 'emptyAt' | 'leftAtEnd'> {
  // Little time says little of how it goes on.
  const perMs = budget.spent_nano / Math.max(now - start, HOUR_MS);
  const left = Math.max(0, budget.limit_nano - budget.spent_nano);
  const emptyAt = perMs === 0 ? null : now + left / perMs;
  return {
    perDay: perMs * DAY_MS,
    emptyAt: emptyAt !== null && (end === null || emptyAt < end) ? emptyAt : null,
    leftAtEnd: end === null ? null : Math.max(0, left - perMs * (end - now)),
  };
}
