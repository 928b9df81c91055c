import { useMemo } from 'react';
import { CodePoints } from '../platform/code-points';
import type { Block, DocumentContent } from '../wire/types';
import { GroupView } from './group-view';
import { type Group, groupsOf, paragraphsOf, spanOf, withoutGaps } from './groups';
import { LazySection } from './lazy-section';
import type { Span } from './segments';

const GROUPS_PER_SECTION = 60;

interface DocumentTextProps {
  content: DocumentContent;
  marks: readonly Span[];
}

interface Section {
  start: number;
  end: number;
  groups: Group[];
}

/** The text by its blocks. Long documents are put into the page section by section, as they near. */
export function DocumentText({ content, marks }: DocumentTextProps) {
  const points = useMemo(() => new CodePoints(content.text), [content.text]);
  const sections = useMemo(() => {
    const blocks = content.blocks.length > 0 ? content.blocks : paragraphsOf(content.text);
    return sectionsOf(groupsOf(withoutGaps(withoutTitle(blocks, content.title, points, marks))));
  }, [content, points, marks]);
  const first = marks[0];
  return (
    <div className="text-[0.9375rem] leading-[1.7] [overflow-wrap:anywhere]">
      {sections.map((section, at) => (
        <LazySection
          key={section.start}
          now={at === 0 || (first !== undefined && touches(section, first))}
          length={section.end - section.start}
        >
          {section.groups.map((group) => (
            <GroupView key={spanOf(group).start} group={group} points={points} marks={marks} />
          ))}
        </LazySection>
      ))}
    </div>
  );
}

/** The page has the title as its own heading; the same words are not said twice, unless quoted. */
function withoutTitle(
  blocks: readonly Block[],
  title: string,
  points: CodePoints,
  marks: readonly Span[],
): readonly Block[] {
  const [first, ...rest] = blocks;
  const same =
    first?.kind === 'heading' &&
    points.slice(first.start, first.end).trim() === title.trim() &&
    !marks.some((mark) => mark.start < first.end && mark.end > first.start);
  return same ? rest : blocks;
}

const touches = (section: Section, mark: Span): boolean =>
  mark.start < section.end && mark.end > section.start;

function sectionsOf(groups: Group[]): Section[] {
  const sections: Section[] = [];
  for (let at = 0; at < groups.length; at += GROUPS_PER_SECTION) {
    const part = groups.slice(at, at + GROUPS_PER_SECTION);
    const [first, last] = [part[0], part.at(-1)];
    if (first && last) {
      sections.push({ start: spanOf(first).start, end: spanOf(last).end, groups: part });
    }
  }
  return sections;
}
