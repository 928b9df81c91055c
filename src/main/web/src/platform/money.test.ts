import { describe, expect, it } from 'vitest';
import { dollarsOf, nanoOf } from './money';

describe('money', () => {
  it('is read exactly as typed', () => {
    expect(nanoOf('12.50')).toBe(12_500_000_000);
    expect(nanoOf(' $ 0.000000001 ')).toBe(1);
    expect(nanoOf('2,5')).toBe(2_500_000_000);
    expect(nanoOf('0.1')).toBe(100_000_000);
    expect(nanoOf('1000')).toBe(1_000_000_000_000);
  });

  it('is not guessed', () => {
    for (const text of ['', 'abc', '1.', '-1', '1,000', '1.2.3', '0.1234567891', '1e3']) {
      expect(nanoOf(text), text).toBeNull();
    }
  });

  it('is written as somebody would type it', () => {
    expect(dollarsOf(12_500_000_000)).toBe('12.50');
    expect(dollarsOf(2_500_000)).toBe('0.0025');
    expect(dollarsOf(0)).toBe('0.00');
    expect(dollarsOf(1)).toBe('0.000000001');
    for (const nano of [1, 999_999_999, 1_000_000_000, 123_456_789_012]) {
      expect(nanoOf(dollarsOf(nano))).toBe(nano);
    }
  });
});
