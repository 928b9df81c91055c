import { describe, expect, it } from 'vitest';
import { filterOf, instantOf, isEmpty } from './api';

describe('the filter in the address', () => {
  it('is read and tells when there is none', () => {
    expect(filterOf('?actor=ada&x=1')).toEqual({
      actor: 'ada',
      action: '',
      target: '',
      from: '',
      to: '',
    });
    expect(isEmpty(filterOf('?x=1'))).toBe(true);
    expect(isEmpty(filterOf('?to=2026-11-20'))).toBe(false);
  });

  it('turns days into instants, over the end of a month too', () => {
    expect(instantOf('2026-11-30', 1)).toBe(new Date(2026, 11, 1).toISOString());
    expect(instantOf('2026-11-30', 0)).toBe(new Date(2026, 10, 30).toISOString());
    expect(instantOf('yesterday', 0)).toBeUndefined();
  });
});
