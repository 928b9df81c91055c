/** Nano-US-dollars of a dollar. */
export const NANO = 1_000_000_000;

const AMOUNT = /^(\d{1,12})(?:[.,](\d{1,9}))?$/;
// "1,000" is a thousand to some readers and one to others.
const GROUPED = /^\d{1,3},\d{3}$/;

/** A typed amount of dollars, exactly; null where it is none, or could be two. */
export function nanoOf(text: string): number | null {
  const typed = text.trim().replace(/^\$\s*/, '');
  if (GROUPED.test(typed)) return null;
  const found = AMOUNT.exec(typed);
  if (!found) return null;
  const [, whole = '0', part = ''] = found;
  return Number(BigInt(whole) * BigInt(NANO) + BigInt(part.padEnd(9, '0')));
}

/** As somebody would type it: `12.50`, `0.0025`. */
export function dollarsOf(nano: number): string {
  const digits = String(Math.round(nano)).padStart(10, '0');
  const part = digits.slice(-9).replace(/0{1,7}$/, '');
  return `${digits.slice(0, -9)}.${part}`;
}
