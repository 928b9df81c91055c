import type { Conversation } from '../wire/types';

export type Span = 'today' | 'yesterday' | 'week' | 'month' | { month: Date };

export interface DayGroup {
  key: string;
  span: Span;
  conversations: Conversation[];
}

const daysBetween = (a: Date, b: Date): number => {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(a) - midnight(b)) / 86_400_000);
};

function spanOf(date: Date, now: Date): Span {
  const days = daysBetween(now, date);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days <= 7) return 'week';
  if (days <= 30) return 'month';
  return { month: new Date(date.getFullYear(), date.getMonth(), 1) };
}

/** Conversations by the day they were last used, in the order they come. */
export function groupByDay(conversations: readonly Conversation[], now: Date): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const conversation of conversations) {
    const span = spanOf(new Date(conversation.updated_at), now);
    const key = typeof span === 'string' ? span : span.month.toISOString();
    const last = groups.at(-1);
    if (last?.key === key) last.conversations.push(conversation);
    else groups.push({ key, span, conversations: [conversation] });
  }
  return groups;
}
