import type { PerMillion, Price } from '../wire/types';

export const CLASSES = ['input', 'cache_read', 'cache_write', 'output', 'reasoning'] as const;
export type TokenClass = (typeof CLASSES)[number];

export type Standing = 'now' | 'later' | 'over' | 'replaced';

export interface Listed {
  price: Price;
  standing: Standing;
}

const modelOf = ({ provider, model }: Price): string => `${provider}\u0000${model}`;
const isOwn = (price: Price): boolean => price.recorded_at !== undefined;

/**
 * How each price stands at a moment. They come in the server's order: one's own, the last that was
 * added first, then those that Parley brings along; the first that holds is right.
 */
export function standings(prices: readonly Price[], now: number): Listed[] {
  const taken = new Set<string>();
  return prices.map((price) => {
    if (Date.parse(price.from) > now) return { price, standing: 'later' };
    if (price.to !== undefined && Date.parse(price.to) <= now) return { price, standing: 'over' };
    if (taken.has(modelOf(price))) return { price, standing: 'replaced' };
    taken.add(modelOf(price));
    return { price, standing: 'now' };
  });
}

export interface PriceFilter {
  q: string;
  own: boolean;
  past: boolean;
}

export function filterOf(search: string): PriceFilter {
  const params = new URLSearchParams(search);
  return {
    q: params.get('q') ?? '',
    own: params.get('own') === '1',
    past: params.get('past') === '1',
  };
}

/** Those that fit, by provider and model, and of one model the last that begins first. */
export function fitting(listed: readonly Listed[], { q, own, past }: PriceFilter): Listed[] {
  const words = q.trim().toLowerCase().split(/\s+/);
  return listed
    .filter(({ price, standing }) => {
      const text = `${price.provider} ${price.model}`.toLowerCase();
      return (
        (past || standing === 'now' || standing === 'later') &&
        (!own || isOwn(price)) &&
        words.every((word) => text.includes(word))
      );
    })
    .sort(({ price: one }, { price: other }) => {
      if (modelOf(one) !== modelOf(other)) return modelOf(one) < modelOf(other) ? -1 : 1;
      return Date.parse(other.from) - Date.parse(one.from);
    });
}

/** What a class of tokens costs, that of its elders where it has no price of its own. */
export const priceOf = (tokens: PerMillion, name: TokenClass): number =>
  tokens[name] ?? (name === 'reasoning' ? tokens.output : tokens.input);
