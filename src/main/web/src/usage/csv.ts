import { dollarsOf } from '../platform/money';
import type { UsageSeries } from '../wire/types';

const HEAD = [
  'at',
  'requests',
  'failures',
  'input_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'output_tokens',
  'reasoning_tokens',
  'cost_usd',
];

// A spreadsheet would take these for the begin of a formula.
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The sums that are on the screen, one line for each time and name. */
export function csvOf(series: UsageSeries, nameOf: (name: string) => string): string {
  const [at = '', ...figures] = HEAD;
  const lines = series.points.map(({ at: when, name, sums }) => [
    when,
    cell(name),
    cell(nameOf(name)),
    sums.requests,
    sums.failures,
    sums.input_tokens,
    sums.cache_read_tokens,
    sums.cache_write_tokens,
    sums.output_tokens,
    sums.reasoning_tokens,
    dollarsOf(sums.cost_nano),
  ]);
  const head = [at, series.group_by, 'name', ...figures];
  return `${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}
