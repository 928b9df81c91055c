import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';

describe('backoffMs', () => {
  it('doubles to a limit, never below half of it', () => {
    expect([1, 2, 3].map((n) => backoffMs(n, () => 1))).toEqual([400, 800, 1600]);
    expect(backoffMs(50, () => 1)).toBe(15_000);
    expect(backoffMs(50, () => 0)).toBe(7_500);
  });
});
