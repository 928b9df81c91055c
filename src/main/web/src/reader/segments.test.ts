import { describe, expect, it } from 'vitest';
import { CodePoints } from '../platform/code-points';
import type { Block } from '../wire/types';
import { cellsOf, groupsOf, headingsAt, paragraphsOf } from './groups';
import { segments } from './segments';

const block = (
  kind: Block['kind'],
  start: number,
  end: number,
  more: Partial<Block> = {},
): Block => ({
  kind,
  level: 0,
  start,
  end,
  ...more,
});

describe('segments', () => {
  it('marks by code points, not by halves of pairs', () => {
    const points = new CodePoints('👋🏽 five days 🌿 left');

    const parts = segments(points, { start: 0, end: points.length }, [{ start: 3, end: 12 }]);

    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(['five days']);
    expect(parts.map((part) => part.text).join('')).toBe('👋🏽 five days 🌿 left');
  });

  it('marks its part of a quote that goes over the border of blocks', () => {
    const points = new CodePoints('first end\n\nsecond start');
    const quote = [{ start: 6, end: 17 }];

    expect(segments(points, { start: 0, end: 9 }, quote)).toEqual([
      { text: 'first ', marked: false, start: 0 },
      { text: 'end', marked: true, start: 6 },
    ]);
    expect(segments(points, { start: 11, end: 23 }, quote)).toEqual([
      { text: 'second', marked: true, start: 11 },
      { text: ' start', marked: false, start: 17 },
    ]);
  });

  it('joins marks that overlap and drops those elsewhere', () => {
    const points = new CodePoints('abcdef');

    const parts = segments(points, { start: 0, end: 6 }, [
      { start: 3, end: 5 },
      { start: 1, end: 4 },
      { start: 9, end: 12 },
    ]);

    expect(parts.map(({ text, marked }) => [text, marked])).toEqual([
      ['a', false],
      ['bcde', true],
      ['f', false],
    ]);
  });
});

describe('groupsOf', () => {
  it('puts neighbouring list items and rows together and says where a page begins', () => {
    const groups = groupsOf([
      block('heading', 0, 1, { page: 1, level: 1 }),
      block('list_item', 2, 3, { page: 1 }),
      block('list_item', 4, 5, { page: 1 }),
      block('list_item', 6, 7, { page: 2 }),
      block('table_row', 8, 9, { page: 2 }),
      block('table_row', 10, 11, { page: 2 }),
    ]);

    expect(groups.map((group) => [group.kind, group.page])).toEqual([
      ['block', 1],
      ['list', undefined],
      ['list', 2],
      ['table', undefined],
    ]);
  });
});

describe('cellsOf', () => {
  it('finds the cells of a row in code points', () => {
    const points = new CodePoints('👋 | two | three');

    const cells = cellsOf(points, block('table_row', 0, points.length));

    expect(cells.map(({ start, end }) => points.slice(start, end))).toEqual(['👋', 'two', 'three']);
  });
});

describe('paragraphsOf', () => {
  it('cuts a text without blocks at its empty lines', () => {
    const text = '👋 one\n\n\ntwo\nlines';
    const points = new CodePoints(text);

    expect(paragraphsOf(text).map(({ start, end }) => points.slice(start, end))).toEqual([
      '👋 one',
      'two\nlines',
    ]);
  });
});

describe('headingsAt', () => {
  it('gives the path to a place', () => {
    const blocks = [
      block('heading', 0, 1, { level: 1 }),
      block('heading', 2, 3, { level: 2 }),
      block('heading', 4, 5, { level: 2 }),
      block('heading', 8, 9, { level: 3 }),
    ];

    expect(headingsAt(blocks, 6).map((one) => one.start)).toEqual([0, 4]);
  });
});
