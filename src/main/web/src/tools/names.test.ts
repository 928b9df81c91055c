import { describe, expect, it } from 'vitest';
import { en } from '../platform/i18n/en';
import { nameFault, objectIn } from './names';

describe('what is typed for a tool', () => {
  it.each(['get_order', 'a', 'A-1', ' weather '])('takes the name %j', (name) => {
    expect(nameFault(en, name)).toBeUndefined();
  });

  it.each(['', '1st', 'two words', 'ä', 'a'.repeat(65)])('refuses the name %j', (name) => {
    expect(nameFault(en, name)).toBe(en.tools.nameBad);
  });

  it('reads objects and nothing else', () => {
    expect(objectIn('{"a": 1}')).toEqual({ a: 1 });
    expect(objectIn('  ')).toEqual({});
    for (const text of ['[1]', 'null', '1', '{"a"', '"a"']) expect(objectIn(text)).toBeNull();
  });
});
