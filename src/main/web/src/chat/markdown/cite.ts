// Citation markers travel through the Markdown parser as one private-use character pair, so that
// `[1](…)` or `[1]: …` can never turn them into links or definitions.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const PRIVATE = /[\ue000\ue001]/g;
const MARKER = /(\\?)\[(\d{1,3})\]/g;
const HIDDEN = /\ue000(\d{1,3})\ue001/g;

/** Hides the markers of known citations from the parser. */
export const hideMarkers = (text: string, known: ReadonlySet<number>): string =>
  text
    .replace(PRIVATE, '')
    .replace(MARKER, (all, escaped: string, n: string) =>
      escaped === '' && known.has(Number(n)) ? `${OPEN}${Number(n)}${CLOSE}` : all,
    );

/** Gives code and titles their brackets back. */
export const showMarkers = (text: string): string => text.replace(HIDDEN, '[$1]');

/** The pieces of a text: strings, and numbers of citations. */
export function splitMarkers(text: string): (string | number)[] {
  const pieces: (string | number)[] = [];
  let from = 0;
  for (const found of text.matchAll(HIDDEN)) {
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push(Number(found[1]));
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
