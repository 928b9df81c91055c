import { describe, expect, it } from 'vitest';
import type { Budget } from '../wire/types';
import { burnOf, reached } from './burn';

const DOLLAR = 1_000_000_000;
const NOW = Date.parse('2026-11-11T00:00:00Z');

const budget = (more: Partial<Budget> = {}): Budget => ({
  id: 'b',
  name: 'All',
  subject: 'workspace',
  subject_id: '',
  period: 'month',
  limit_nano: 100 * DOLLAR,
  spent_nano: 40 * DOLLAR,
  leased_nano: 0,
  remaining_nano: 60 * DOLLAR,
  window_from: '2026-11-01T00:00:00Z',
  window_to: '2026-12-01T00:00:00Z',
  created_at: '2026-10-01T00:00:00Z',
  ...more,
});

const SERIES = [
  { at: '2026-11-02T00:00:00Z', cost_nano: 15 * DOLLAR },
  { at: '2026-11-10T00:00:00Z', cost_nano: 25 * DOLLAR },
];

describe('thresholds', () => {
  it('are reached one after the other', () => {
    const at = (dollars: number) => reached(budget({ spent_nano: dollars * DOLLAR }));

    expect([at(0), at(49), at(50), at(79), at(80), at(100), at(140)]).toEqual([
      null,
      null,
      50,
      50,
      80,
      100,
      100,
    ]);
    expect(reached(budget({ limit_nano: 0, spent_nano: 0 }))).toBe(100);
  });
});

describe('money going down', () => {
  it('begins with all and ends with what is left now', () => {
    const { points } = burnOf({ budget: budget(), series: SERIES }, NOW);
    const known = points.filter(({ left }) => left !== null);

    expect(points).toHaveLength(31 + 1);
    expect(known[0]?.left).toBe(100 * DOLLAR);
    expect(known[2]?.left).toBe(85 * DOLLAR);
    expect(known.at(-1)).toMatchObject({ at: NOW, left: 60 * DOLLAR });
    expect(points.at(-1)).toEqual({ at: Date.parse('2026-12-01T00:00:00Z'), left: null, pace: 0 });
  });

  it('is told by the hour for a day', () => {
    const day = budget({
      period: 'day',
      window_from: '2026-11-11T00:00:00Z',
      window_to: '2026-11-12T00:00:00Z',
    });

    const { points } = burnOf({ budget: day, series: [] }, NOW + 90 * 60_000);

    expect(points.filter(({ left }) => left !== null)).toHaveLength(3);
    expect(points).toHaveLength(25 + 1);
  });

  it('says when it will be gone, and what will be left', () => {
    // Four dollars a day for ten days: the rest lasts fifteen more, and the month has twenty.
    const fast = burnOf({ budget: budget(), series: SERIES }, NOW);
    expect(fast.perDay).toBeCloseTo(4 * DOLLAR);
    expect(fast.emptyAt).toBe(Date.parse('2026-11-26T00:00:00Z'));
    expect(fast.leftAtEnd).toBe(0);

    const slow = burnOf({ budget: budget({ spent_nano: 10 * DOLLAR }), series: [] }, NOW);
    expect(slow.emptyAt).toBeNull();
    expect(slow.leftAtEnd).toBeCloseTo(70 * DOLLAR);
  });

  it('has no pace where there is no end', () => {
    const { window_to: _, ...endless } = budget({ period: 'total' });
    const { points, leftAtEnd, emptyAt } = burnOf({ budget: endless, series: SERIES }, NOW);

    expect(points.every(({ pace }) => pace === null)).toBe(true);
    expect(leftAtEnd).toBeNull();
    expect(emptyAt).toBe(Date.parse('2026-11-26T00:00:00Z'));
  });
});
