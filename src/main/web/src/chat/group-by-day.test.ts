import { describe, expect, it } from 'vitest';
import type { Conversation } from '../wire/types';
import { groupByDay } from './group-by-day';

const at = (id: string, date: Date): Conversation => ({
  id,
  title: id,
  created_at: date.toISOString(),
  updated_at: date.toISOString(),
  archived: false,
  message_count: 2,
  last_happening: 0,
});

describe('groupByDay', () => {
  it('goes by calendar days of the reader, not by hours', () => {
    const now = new Date(2026, 2, 10, 0, 30);
    const groups = groupByDay(
      [
        at('just now', new Date(2026, 2, 10, 0, 10)),
        at('an hour ago', new Date(2026, 2, 9, 23, 30)),
        at('last week', new Date(2026, 2, 3, 12)),
        at('last month', new Date(2026, 1, 10, 12)),
        at('long ago', new Date(2025, 11, 24, 12)),
      ],
      now,
    );

    expect(groups.map((group) => group.span)).toEqual([
      'today',
      'yesterday',
      'week',
      'month',
      { month: new Date(2025, 11, 1) },
    ]);
  });

  it('keeps the order and puts neighbours together', () => {
    const now = new Date(2026, 2, 10, 12);
    const groups = groupByDay([at('b', now), at('a', new Date(2026, 2, 10, 9))], now);

    expect(groups).toHaveLength(1);
    expect(groups[0]?.conversations.map((one) => one.id)).toEqual(['b', 'a']);
  });
});
