import type { CodePoints } from '../platform/code-points';

/** A stretch of a document, in code points, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  marked: boolean;
  start: number;
}

/** The text from `start` to `end`, cut where marks begin and end. Marks may overlap and reach out. */
export function segments(
  points: CodePoints,
  { start, end }: Span,
  marks: readonly Span[],
): Segment[] {
  const inside = merged(marks)
    .map((mark) => ({ start: Math.max(start, mark.start), end: Math.min(end, mark.end) }))
    .filter((mark) => mark.start < mark.end);
  const result: Segment[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (from < to) result.push({ text: points.slice(from, to), marked, start: from });
  };
  let at = start;
  for (const mark of inside) {
    add(at, mark.start, false);
    add(mark.start, mark.end, true);
    at = mark.end;
  }
  add(at, end, false);
  return result;
}

function merged(marks: readonly Span[]): Span[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const mark of sorted) {
    const last = result.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}
