import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

const OPTIONS = {
  extensions: [
    gfmAutolinkLiteral(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTable(),
    gfmTaskListItem(),
  ],
  mdastExtensions: [
    gfmAutolinkLiteralFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
};

export interface Parsed {
  source: string;
  blocks: readonly RootContent[];
  /** Where each block begins in `source`. */
  starts: readonly number[];
}

export const NOTHING: Parsed = { source: '', blocks: [], starts: [] };

/**
 * Parses a text, keeping the blocks of an earlier, shorter form of it: a block that another one
 * follows never changes again, so only the last one is read anew.
 */
export function parse(source: string, earlier: Parsed = NOTHING): Parsed {
  const kept = keptBlocks(source, earlier);
  const from = kept === 0 ? 0 : (earlier.starts[kept] ?? 0);
  const { children } = fromMarkdown(source.slice(from), OPTIONS);
  return {
    source,
    blocks: [...earlier.blocks.slice(0, kept), ...children],
    starts: [
      ...earlier.starts.slice(0, kept),
      ...children.map((block) => from + (block.position?.start.offset ?? 0)),
    ],
  };
}

function keptBlocks(source: string, earlier: Parsed): number {
  const most = earlier.blocks.length - 1;
  for (let kept = most; kept > 0; kept -= 1) {
    const end = earlier.starts[kept] ?? 0;
    if (source.startsWith(earlier.source.slice(0, end))) return kept;
  }
  return 0;
}
