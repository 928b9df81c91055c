import type { BlockContent, List, ListItem, RootContent, Table } from 'mdast';
import { Fragment, memo, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { showMarkers } from './cite';
import { CodeBlock } from './code-block';
import { inline, type RenderCitation } from './inline';

interface BlockProps {
  block: RootContent;
  cite: RenderCitation;
}

/** One top-level block. Blocks above the one being written keep their identity and do not render. */
export const MarkdownBlock = memo(function MarkdownBlock({ block, cite }: BlockProps) {
  return render(block, cite);
});

const HEADINGS = [
  'text-xl font-semibold mt-7 mb-3',
  'text-xl font-semibold mt-7 mb-3',
  'text-lg font-semibold mt-6 mb-2',
  'font-semibold mt-5 mb-1.5',
  'font-semibold mt-5 mb-1.5',
  'font-semibold mt-5 mb-1.5 text-muted',
];

function render(block: RootContent, cite: RenderCitation): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p className="my-3.5">{inline(block.children, cite)}</p>;
    case 'heading': {
      // The page is the h1 and the answer an h2; models begin at any depth, so two are enough.
      const Tag = block.depth <= 3 ? 'h3' : 'h4';
      return (
        <Tag className={classes('leading-snug tracking-[-0.01em]', HEADINGS[block.depth - 1])}>
          {inline(block.children, cite)}
        </Tag>
      );
    }
    case 'list':
      return <MarkdownList list={block} cite={cite} />;
    case 'code':
      return <CodeBlock code={showMarkers(block.value)} language={block.lang ?? ''} />;
    case 'blockquote':
      return (
        <blockquote className="my-4 border-l-2 border-line-strong pl-4 text-muted">
          {all(block.children, cite)}
        </blockquote>
      );
    case 'table':
      return <MarkdownTable table={block} cite={cite} />;
    case 'thematicBreak':
      return <hr className="my-6 border-line" />;
    default:
      return null;
  }
}

const all = (blocks: readonly RootContent[], cite: RenderCitation): ReactNode =>
  blocks.map((block, at) => <Fragment key={String(at)}>{render(block, cite)}</Fragment>);

function MarkdownList({ list, cite }: { list: List; cite: RenderCitation }) {
  const items = list.children.map((item, at) => (
    <Item key={String(at)} item={item} tight={!list.spread} cite={cite} />
  ));
  const look = 'my-3.5 flex flex-col gap-1.5 pl-6 marker:text-faint';
  return list.ordered ? (
    <ol start={list.start ?? 1} className={classes(look, 'list-decimal')}>
      {items}
    </ol>
  ) : (
    <ul className={classes(look, 'list-disc')}>{items}</ul>
  );
}

function Item({ item, tight, cite }: { item: ListItem; tight: boolean; cite: RenderCitation }) {
  const task = item.checked !== null && item.checked !== undefined;
  return (
    <li
      className={classes('pl-1 [&>p]:my-1 [&>ul]:my-1.5 [&>ol]:my-1.5', task && 'list-none -ml-5')}
    >
      {task && <span aria-hidden="true">{item.checked ? '☑ ' : '☐ '}</span>}
      {item.children.map((child: BlockContent | RootContent, at) => (
        <Fragment key={String(at)}>
          {tight && child.type === 'paragraph' ? inline(child.children, cite) : render(child, cite)}
        </Fragment>
      ))}
    </li>
  );
}

function MarkdownTable({ table, cite }: { table: Table; cite: RenderCitation }) {
  const [head, ...rows] = table.children;
  const align = (at: number) => {
    const side = table.align?.[at];
    return side === 'right' ? 'text-right' : side === 'center' ? 'text-center' : 'text-left';
  };
  return (
    <div className="my-4 overflow-x-auto rounded-lg border border-line" role="group" tabIndex={0}>
      <table className="w-full border-collapse text-[0.9375em] leading-normal tabular-nums">
        <thead className="bg-panel">
          <tr>
            {head?.children.map((cell, at) => (
              <th key={String(at)} className={classes('px-3 py-2 font-semibold', align(at))}>
                {inline(cell.children, cite)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={String(line)} className="border-t border-line">
              {row.children.map((cell, at) => (
                <td key={String(at)} className={classes('px-3 py-2 align-top', align(at))}>
                  {inline(cell.children, cite)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
