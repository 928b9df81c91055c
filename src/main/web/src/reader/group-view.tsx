import { Fragment, memo } from 'react';
import type { CodePoints } from '../platform/code-points';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { Block } from '../wire/types';
import { cellsOf, type Group } from './groups';
import { type Span, segments } from './segments';

interface GroupProps {
  group: Group;
  points: CodePoints;
  marks: readonly Span[];
}

export const GroupView = memo(function GroupView({ group, points, marks }: GroupProps) {
  return (
    <>
      {group.page !== undefined && <PageBreak page={group.page} />}
      {group.kind === 'block' && <BlockView block={group.block} points={points} marks={marks} />}
      {group.kind === 'list' && (
        <ul className="my-3 flex flex-col gap-1">
          {group.items.map((item) => (
            <li
              key={item.start}
              className="list-none -indent-4"
              style={{ paddingInlineStart: `${Math.min(6, Math.max(1, item.level)) * 1.25}rem` }}
            >
              <Marked span={item} points={points} marks={marks} />
            </li>
          ))}
        </ul>
      )}
      {group.kind === 'table' && <Rows rows={group.rows} points={points} marks={marks} />}
    </>
  );
});

function PageBreak({ page }: { page: number }) {
  const t = useText();
  return (
    <div className="my-6 flex items-center gap-3 text-xs font-medium text-faint first:mt-0">
      <span className="tabular-nums">{t.source.page(page)}</span>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

interface BlockProps {
  block: Block;
  points: CodePoints;
  marks: readonly Span[];
}

const HEADINGS = ['text-xl mt-8', 'text-lg mt-7', 'text-base mt-6', 'text-base mt-5'];

function BlockView({ block, points, marks }: BlockProps) {
  const words = <Marked span={block} points={points} marks={marks} />;
  switch (block.kind) {
    case 'heading': {
      const Tag = `h${Math.min(6, Math.max(1, block.level) + 1)}` as 'h2';
      return (
        <Tag
          id={block.anchor}
          className={classes(
            'mb-2 font-semibold leading-snug tracking-[-0.01em] first:mt-0',
            HEADINGS[Math.min(3, block.level - 1)] ?? 'text-xl mt-8',
          )}
        >
          {words}
        </Tag>
      );
    }
    case 'code':
      return (
        <pre
          tabIndex={0}
          className="my-4 overflow-x-auto rounded-lg border border-line bg-panel px-4 py-3 text-sm leading-relaxed [overflow-wrap:normal]"
        >
          <code className="font-mono">{words}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote className="my-3 whitespace-pre-line border-l-2 border-line-strong pl-4 text-muted">
          {words}
        </blockquote>
      );
    case 'paragraph':
    case 'list_item':
    case 'table_row':
      return <p className="my-3 whitespace-pre-line">{words}</p>;
  }
}

function Rows({
  rows,
  points,
  marks,
}: {
  rows: Block[];
  points: CodePoints;
  marks: readonly Span[];
}) {
  return (
    <div role="group" tabIndex={0} className="my-4 overflow-x-auto rounded-lg border border-line">
      <table className="w-full border-collapse text-sm leading-normal tabular-nums [overflow-wrap:normal]">
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.start}
              className="border-t border-line first:border-t-0 first:bg-panel first:font-medium"
            >
              {cellsOf(points, row).map((cell) => (
                <td key={cell.start} className="px-3 py-1.5 align-top">
                  <Marked span={cell} points={points} marks={marks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Marked({
  span,
  points,
  marks,
}: {
  span: Span;
  points: CodePoints;
  marks: readonly Span[];
}) {
  return segments(points, span, marks).map((segment) =>
    segment.marked ? (
      <mark key={segment.start} data-quote>
        {segment.text}
      </mark>
    ) : (
      <Fragment key={segment.start}>{segment.text}</Fragment>
    ),
  );
}
