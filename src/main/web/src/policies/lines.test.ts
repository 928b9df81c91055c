import { expect, test } from 'vitest';
import { linesOf } from './lines';
import { cut } from './marked';

test('empty lines are nothing', () => {
  expect(linesOf(' a \n\n  \nb c')).toEqual(['a', 'b c']);
});

const match = (start: number, end: number) => ({
  policy_id: 'p',
  name: 'n',
  action: 'redact' as const,
  found: 'email',
  start,
  end,
});

test('a text is cut at its matches, counted in code points', () => {
  expect(cut('😀 a@b c', [match(2, 5)])).toEqual([
    { text: '😀 ' },
    { text: 'a@b', match: match(2, 5) },
    { text: ' c' },
  ]);
});

test('of matches that overlap the first one is shown', () => {
  const pieces = cut('abcdef', [match(2, 5), match(0, 3)]);

  expect(pieces.map(({ text }) => text)).toEqual(['abc', 'def']);
});
