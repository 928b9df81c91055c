import type { UsageSums } from '../wire/types';
import type { Measure } from './view';

export const tokensOf = (sums: UsageSums): number =>
  sums.input_tokens +
  sums.cache_read_tokens +
  sums.cache_write_tokens +
  sums.output_tokens +
  sums.reasoning_tokens;

export const inputOf = (sums: UsageSums): number =>
  sums.input_tokens + sums.cache_read_tokens + sums.cache_write_tokens;

export const outputOf = (sums: UsageSums): number => sums.output_tokens + sums.reasoning_tokens;

export function measured(sums: UsageSums, measure: Measure): number {
  switch (measure) {
    case 'cost':
      return sums.cost_nano;
    case 'tokens':
      return tokensOf(sums);
    case 'requests':
      return sums.requests;
    case 'failures':
      return sums.failures;
  }
}

/** By what share it grew; null where there was nothing to grow from. */
export const growth = (now: number, then: number): number | null =>
  then === 0 ? null : (now - then) / then;
