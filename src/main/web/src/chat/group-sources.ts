import type { Citation } from '../wire/types';
import { inOrder } from './answer-view';

/** What an answer quotes from one place of one document. */
export interface Source {
  key: string;
  /** By number; at least one. */
  quotes: [Citation, ...Citation[]];
}

const placeOf = ({ document_id, version, heading_path = [], page }: Citation): string =>
  JSON.stringify([document_id, version, heading_path.length > 0 ? heading_path : page]);

/** One source for each document and heading, in the order the answer comes to them. */
export function groupSources(citations: readonly Citation[]): Source[] {
  const sources = new Map<string, Source>();
  for (const citation of inOrder(citations)) {
    const key = placeOf(citation);
    const known = sources.get(key);
    if (known) known.quotes.push(citation);
    else sources.set(key, { key, quotes: [citation] });
  }
  return [...sources.values()];
}

export const countDocuments = (citations: readonly Citation[]): number =>
  new Set(citations.map((one) => one.document_id)).size;
