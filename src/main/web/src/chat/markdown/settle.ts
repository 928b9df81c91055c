/**
 * Closes what a text that is still being written has left open in its last block, so that the
 * page does not show markup for a moment and then jump: emphasis, code, links, table heads.
 */
export function settle(text: string): string {
  if (insideFence(text)) return text;
  const from = lastBlock(text);
  return text.slice(0, from) + settleBlock(text.slice(from));
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function insideFence(text: string): boolean {
  let open = '';
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === '') open = fence;
    else if (fence[0] === open[0] && fence.length >= open.length) open = '';
  }
  return open !== '';
}

const lastBlock = (text: string): number => {
  const at = text.lastIndexOf('\n\n');
  return at < 0 ? 0 : at + 2;
};

function settleBlock(block: string): string {
  if (/(^|\n)\s*\|[^\n]*\n?$/.test(block)) return settleTable(block.trimEnd());
  let settled = block
    // A lone `-`, `=`, `#`, `1` or fence opening that may yet become something else.
    .replace(/\n[ \t]*([-=*+]{1,2}|`{1,2})[ \t]*$/, '')
    .replace(/(^|\n)[ \t]*(#{1,6}|[-*+]|\d{1,2}[.)]?)[ \t]*$/, '$1')
    // Half a citation marker, a link whose address has not come, an image that never will.
    .replace(/\[\d{0,3}$/, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*$/, '$1')
    .replace(/!?\[([^\]\n]*)$/, '$1');
  const code = settled.match(/`+/g) ?? [];
  if (code.length % 2 === 1) return closed(settled, code.at(-1) ?? '`');
  const bare = settled.replace(/`[^`]*`/g, '');
  for (const mark of ['**', '~~', '__']) {
    if ((bare.split(mark).length - 1) % 2 === 1) settled = closed(settled, mark);
  }
  const single = bare
    .replace(/\*\*/g, '')
    .match(/(?<=^|[\s(])\*(?=\S)|(?<=\S)\*(?=$|[\s.,;:!?)])/g);
  return (single?.length ?? 0) % 2 === 1 ? closed(settled, '*') : settled;
}

/** Closes a mark, or takes it away when nothing stands behind it yet. */
function closed(text: string, mark: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(mark) ? trimmed.slice(0, -mark.length) : trimmed + mark;
}

/** Gives a table head that has no rule yet one, and hides a row that has only begun. */
function settleTable(block: string): string {
  const lines = block.split('\n');
  const first = lines.findIndex((line) => line.trimStart().startsWith('|'));
  const rows = lines.length - first;
  const head = lines[first] ?? '';
  if (rows === 1 && !/\|\s*$/.test(head.slice(1))) return lines.slice(0, first).join('\n');
  if (rows <= 2) {
    const cells = head.split('|').length - 2;
    return [...lines.slice(0, first + 1), `|${' --- |'.repeat(Math.max(1, cells))}`].join('\n');
  }
  return block;
}
