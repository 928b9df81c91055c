import { expect, it } from 'vitest';
import { slugOf } from './slug';

it('suggests a short name', () => {
  expect(slugOf('Help desk (Zürich)')).toBe('help-desk-zurich');
  expect(slugOf('客服')).toBe('');
  expect(slugOf(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39));
});
