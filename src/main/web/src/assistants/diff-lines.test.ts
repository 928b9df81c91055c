import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines';

const told = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`,
  );

describe('lines of two texts', () => {
  it('keeps what both have', () => {
    expect(told('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  });

  it('knows what came and what went', () => {
    expect(told('', 'a')).toEqual(['+a']);
    expect(told('a', '')).toEqual(['-a']);
    expect(told('', '')).toEqual([]);
    expect(told('a\nb', 'b\nc')).toEqual(['-a', ' b', '+c']);
  });

  it('leads from the one to the other', () => {
    const before = 'one\ntwo\n\nthree\nfour';
    const after = 'zero\none\n\nthree\nfive\nfour';
    const lines = diffLines(before, after);

    expect(lines.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(
      before.split('\n'),
    );
    expect(lines.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)).toEqual(
      after.split('\n'),
    );
  });
});
