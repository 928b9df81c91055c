import { describe, expect, it } from 'vitest';
import type { UsageSeries, UsageSums } from '../wire/types';
import { csvOf } from './csv';
import { growth, inputOf, measured, outputOf, tokensOf } from './measure';
import { daysOf, spanBefore, spanOf, viewOf } from './view';

const NOW = Date.parse('2026-11-21T19:30:00Z');

const SUMS: UsageSums = {
  requests: 7,
  failures: 1,
  input_tokens: 100,
  cache_read_tokens: 20,
  cache_write_tokens: 3,
  output_tokens: 50,
  reasoning_tokens: 8,
  cost_nano: 2_500_000,
};

describe('the view in the address', () => {
  it('is thirty days by model where nothing is said, or nonsense', () => {
    for (const search of ['', '?range=1y&by=colour&measure=', '?from=2026-11-05&to=2026-11-01']) {
      expect(viewOf(search)).toMatchObject({ range: '30d', group: 'model', measure: 'cost' });
    }
  });

  it('is read', () => {
    expect(viewOf('?range=7d&by=user&measure=tokens&model=gpt-4o&key=')).toEqual({
      range: '7d',
      from: '',
      to: '',
      group: 'user',
      measure: 'tokens',
      only: { model: 'gpt-4o' },
    });
  });
});

describe('a span', () => {
  it('ends with the running day of UTC', () => {
    const span = spanOf(viewOf('?range=7d'), NOW);

    expect(span.from).toBe('2026-11-15T00:00:00.000Z');
    expect(span.to).toBe('2026-11-22T00:00:00.000Z');
    expect(daysOf(span)).toEqual(['2026-11-15', '2026-11-21']);
    expect(spanBefore(span).from).toBe('2026-11-08T00:00:00.000Z');
    expect(spanBefore(span).to).toBe(span.from);
  });

  it('of a day is told by the hour, with the running one', () => {
    expect(spanOf(viewOf('?range=24h'), NOW)).toEqual({
      from: '2026-11-20T20:00:00.000Z',
      to: '2026-11-21T20:00:00.000Z',
      bucket: 'hour',
    });
  });

  it("of one's own has both its days", () => {
    const span = spanOf(viewOf('?from=2026-10-30&to=2026-11-02'), NOW);

    expect(span).toEqual({
      from: '2026-10-30T00:00:00.000Z',
      to: '2026-11-03T00:00:00.000Z',
      bucket: 'day',
    });
    expect(spanOf(viewOf('?from=2026-11-02&to=2026-11-02'), NOW).bucket).toBe('hour');
  });
});

describe('measures', () => {
  it('count every class of tokens once', () => {
    expect(tokensOf(SUMS)).toBe(181);
    expect(inputOf(SUMS) + outputOf(SUMS)).toBe(181);
    expect(measured(SUMS, 'cost')).toBe(2_500_000);
    expect(measured(SUMS, 'failures')).toBe(1);
  });

  it('grow from something only', () => {
    expect(growth(150, 100)).toBe(0.5);
    expect(growth(5, 0)).toBeNull();
  });
});

it('comma-separated values cannot be taken for formulas', () => {
  const series: UsageSeries = {
    from: '2026-11-20T00:00:00Z',
    to: '2026-11-21T00:00:00Z',
    bucket: 'day',
    group_by: 'model',
    points: [{ at: '2026-11-20T00:00:00Z', name: '=1+1', sums: SUMS }],
    totals: [{ name: '=1+1', sums: SUMS }],
    total: SUMS,
  };

  const [head, line] = csvOf(series, () => 'a, "b"').split('\r\n');

  expect(head?.split(',').slice(0, 3)).toEqual(['at', 'model', 'name']);
  expect(line).toBe(`2026-11-20T00:00:00Z,'=1+1,"a, ""b""",7,1,100,20,3,50,8,0.0025`);
});
