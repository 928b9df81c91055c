import type { PolicyMatch } from '../wire/types';

interface Piece {
  text: string;
  match?: PolicyMatch;
}

/** A text cut at its matches; of those that overlap the first one counts. */
export function cut(text: string, matches: readonly PolicyMatch[]): Piece[] {
  const points = [...text];
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start < done) continue;
    if (match.start > done) pieces.push({ text: points.slice(done, match.start).join('') });
    pieces.push({ text: points.slice(match.start, match.end).join(''), match });
    done = match.end;
  }
  if (done < points.length) pieces.push({ text: points.slice(done).join('') });
  return pieces;
}

/** A text with what was found in it set off. */
export function Marked({ text, matches }: { text: string; matches: readonly PolicyMatch[] }) {
  return (
    <p className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
      {cut(text, matches).map(({ text: piece, match }, at) =>
        match ? (
          <mark
            key={String(at)}
            title={`${match.name}: ${match.found}`}
            className="rounded bg-warn-soft px-0.5 text-warn"
          >
            {piece}
          </mark>
        ) : (
          <span key={String(at)}>{piece}</span>
        ),
      )}
    </p>
  );
}
