import { describe, expect, it } from 'vitest';
import { bucketsOf, chartOf, colourOf, totalOf } from './series';

const DAYS = bucketsOf('2026-10-30T10:00:00Z', '2026-11-02T00:00:00Z', 'day');

describe('buckets', () => {
  it('are all days of UTC, over the end of a month', () => {
    expect(DAYS).toEqual([
      '2026-10-30T00:00:00.000Z',
      '2026-10-31T00:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
    ]);
  });

  it('are hours where hours are wanted', () => {
    const hours = bucketsOf('2026-10-25T00:30:00Z', '2026-10-26T00:00:00Z', 'hour');

    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toBe('2026-10-25T23:00:00.000Z');
  });
});

describe('a chart', () => {
  const point = (day: string, name: string, value: number) => ({
    at: `2026-${day}T00:00:00Z`,
    name,
    value,
  });

  it('shows empty days as nothing', () => {
    const { names, rows } = chartOf([point('10-30', 'a', 2), point('11-01', 'b', 5)], DAYS);

    expect(names).toEqual(['b', 'a']);
    expect(rows.map(totalOf)).toEqual([2, 0, 5]);
  });

  it('joins what cannot be told apart, and loses nothing', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, at) =>
      point('10-31', name, 10 - at),
    );
    const chart = chartOf(many, DAYS);

    expect(chart.names).toEqual(['a', 'b', 'c', 'd', 'e', null]);
    expect(chart.rows[1]?.values).toEqual([10, 9, 8, 7, 6, 9]);
    expect(colourOf(chart, 5)).toBe('var(--chart-rest)');
    expect(colourOf(chart, 0)).toBe('var(--chart-1)');
  });

  it('leaves out what is nothing everywhere', () => {
    expect(chartOf([point('10-31', 'a', 0)], DAYS).names).toEqual([]);
  });
});
