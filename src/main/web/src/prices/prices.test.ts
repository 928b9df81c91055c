import { describe, expect, it } from 'vitest';
import type { Price } from '../wire/types';
import { filterOf, fitting, priceOf, standings } from './in-force';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const price = (id: string, model: string, from: string, more: Partial<Price> = {}): Price => ({
  id,
  provider: 'openai',
  model,
  per_million: { input: 100, output: 400 },
  per_request: 0,
  from,
  source: '',
  ...more,
});

const OWN = { recorded_at: '2026-11-01T00:00:00Z' };
// In the server's order: own ones, the newest first, then those that Parley brings along.
const PRICES = [
  price('next', 'a', '2026-12-01T00:00:00Z', OWN),
  price('promo', 'a', '2026-10-01T00:00:00Z', { ...OWN, to: '2026-11-01T00:00:00Z' }),
  price('own', 'a', '2026-09-01T00:00:00Z', OWN),
  price('older', 'a', '2026-11-20T00:00:00Z', OWN),
  price('seed-a', 'a', '2025-01-01T00:00:00Z'),
  price('seed-b', 'b', '2025-01-01T00:00:00Z', { provider: 'anthropic' }),
];

describe('prices', () => {
  it('stand as the server takes them: what was added last is right while it holds', () => {
    const found = standings(PRICES, NOW).map(({ price: { id }, standing }) => `${id} ${standing}`);

    expect(found).toEqual([
      'next later',
      'promo over',
      'own now',
      'older replaced',
      'seed-a replaced',
      'seed-b now',
    ]);
  });

  it('are those that hold or will, unless the past is wanted', () => {
    const ids = (search: string) =>
      fitting(standings(PRICES, NOW), filterOf(search)).map(({ price: { id } }) => id);

    expect(ids('')).toEqual(['seed-b', 'next', 'own']);
    expect(ids('?own=1')).toEqual(['next', 'own']);
    expect(ids('?past=1&q=OPENAI+a')).toEqual(['next', 'older', 'promo', 'own', 'seed-a']);
    expect(ids('?q=zzz')).toEqual([]);
  });

  it('of caches are those of input, of reasoning those of output', () => {
    const tokens = { input: 100, output: 400, cache_read: 0 };

    expect(priceOf(tokens, 'cache_read')).toBe(0);
    expect(priceOf(tokens, 'cache_write')).toBe(100);
    expect(priceOf(tokens, 'reasoning')).toBe(400);
  });
});
