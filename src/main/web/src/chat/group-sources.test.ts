import { describe, expect, it } from 'vitest';
import type { Citation } from '../wire/types';
import { countDocuments, groupSources } from './group-sources';

const cite = (number: number, document_id: string, more: Partial<Citation> = {}): Citation => ({
  number,
  document_id,
  version: 1,
  title: document_id,
  quote: '',
  start: 0,
  end: 0,
  score: 1,
  ...more,
});

const numbers = (citations: Citation[]) =>
  groupSources(citations).map(({ quotes }) => quotes.map((one) => one.number));

describe('groupSources', () => {
  it('puts quotes of one heading of a document together, by number', () => {
    const leave = { heading_path: ['Leave', 'Carry-over'] };

    expect(
      numbers([cite(3, 'a', leave), cite(2, 'b'), cite(1, 'a', leave), cite(4, 'b', leave)]),
    ).toEqual([[1, 3], [2], [4]]);
  });

  it('tells pages apart only where there is no heading', () => {
    expect(numbers([cite(1, 'a', { page: 1 }), cite(2, 'a', { page: 2 })])).toEqual([[1], [2]]);
    const heading = { heading_path: ['Leave'] };
    expect(
      numbers([cite(1, 'a', { page: 1, ...heading }), cite(2, 'a', { page: 2, ...heading })]),
    ).toEqual([[1, 2]]);
  });

  it('tells versions apart', () => {
    expect(numbers([cite(1, 'a'), cite(2, 'a', { version: 2 })])).toEqual([[1], [2]]);
  });

  it('counts documents, not quotes', () => {
    expect(countDocuments([cite(1, 'a'), cite(2, 'a', { page: 7 }), cite(3, 'b')])).toBe(2);
  });
});
