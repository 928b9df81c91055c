import type { CodePoints } from '../platform/code-points';
import type { Block } from '../wire/types';
import type { Span } from './segments';

export type Group =
  | { kind: 'block'; block: Block; page?: number }
  | { kind: 'list'; items: Block[]; page?: number }
  | { kind: 'table'; rows: Block[]; page?: number };

/**
 * Headings without gaps between their levels, as assistive technology wants them: a document may
 * begin at level 3 or leave one out. Level 1 stands right below the title.
 */
export function withoutGaps(blocks: readonly Block[]): Block[] {
  const outer: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    while (outer.length > 0 && (outer.at(-1) ?? 0) >= block.level) outer.pop();
    outer.push(block.level);
    return { ...block, level: outer.length };
  });
}

/** Blocks as they are shown: neighbouring list items as one list, rows as one table. */
export function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  let page: number | undefined;
  for (const block of blocks) {
    const turns = block.page !== undefined && block.page !== page;
    page = block.page ?? page;
    const last = groups.at(-1);
    const newPage = turns && block.page !== undefined ? { page: block.page } : {};
    if (!turns && block.kind === 'list_item' && last?.kind === 'list') last.items.push(block);
    else if (!turns && block.kind === 'table_row' && last?.kind === 'table') last.rows.push(block);
    else if (block.kind === 'list_item') groups.push({ kind: 'list', items: [block], ...newPage });
    else if (block.kind === 'table_row') groups.push({ kind: 'table', rows: [block], ...newPage });
    else groups.push({ kind: 'block', block, ...newPage });
  }
  return groups;
}

export const spanOf = (group: Group): Span => {
  switch (group.kind) {
    case 'block':
      return group.block;
    case 'list':
      return { start: group.items[0]?.start ?? 0, end: group.items.at(-1)?.end ?? 0 };
    case 'table':
      return { start: group.rows[0]?.start ?? 0, end: group.rows.at(-1)?.end ?? 0 };
  }
};

const CELL_BORDER = ' | ';

/** The cells of a row, in code points of the whole text. */
export function cellsOf(points: CodePoints, row: Block): Span[] {
  const cells: Span[] = [];
  let start = row.start;
  for (const cell of points.slice(row.start, row.end).split(CELL_BORDER)) {
    const end = start + [...cell].length;
    cells.push({ start, end });
    start = end + CELL_BORDER.length;
  }
  return cells;
}

/** Paragraphs of a text that came without blocks. */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split(/(\n{2,})/)) {
    const end = start + [...part].length;
    if (part.trim() !== '') blocks.push({ kind: 'paragraph', level: 0, start, end });
    start = end;
  }
  return blocks;
}

/** The headings a place stands under, outermost first. */
export function headingsAt(blocks: readonly Block[], place: number): Block[] {
  const path: Block[] = [];
  for (const block of blocks) {
    if (block.start > place) break;
    if (block.kind !== 'heading') continue;
    while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
    path.push(block);
  }
  return path;
}
