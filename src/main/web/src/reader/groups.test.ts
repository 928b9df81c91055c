import { expect, test } from 'vitest';
import type { Block } from '../wire/types';
import { withoutGaps } from './groups';

const heading = (level: number, start: number): Block => ({
  kind: 'heading',
  level,
  start,
  end: start + 1,
});

test('headings begin at 1 and leave no level out', () => {
  const levels = withoutGaps([2, 4, 4, 3, 2, 6].map(heading)).map((block) => block.level);

  expect(levels).toEqual([1, 2, 2, 2, 1, 2]);
});
