import { describe, expect, it } from 'vitest';
import type { ConversationDetail, Message } from '../wire/types';
import { withChange, withSaid } from './said';

const message = (id: string, role: Message['role']): Message => ({
  id,
  role,
  text: id,
  state: 'complete',
  created_at: '2026-01-01T00:00:00Z',
  citations: [],
});

const DETAIL: ConversationDetail = {
  conversation: {
    id: 'c',
    title: 'Otters',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    archived: false,
    message_count: 1,
    last_happening: 1,
    active_message_id: 'a',
  },
  messages: [message('a', 'user')],
  feedback: [],
  attachments: [],
  people: [],
  handover: { state: 'open', asked_by: 'user', created_at: '2026-01-01T00:00:00Z' },
};
const ADA = { id: 'ada', name: 'Ada' };

describe('what happens between people', () => {
  it('puts what an agent says at the end, with the name', () => {
    const next = withSaid(DETAIL, { message: message('b', 'agent'), author: ADA }, 2);

    expect(next.messages.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(next.conversation).toMatchObject({ active_message_id: 'b', last_happening: 2 });
    expect(next.people).toEqual([ADA]);
  });

  it('does not say twice what is there already', () => {
    const once = withSaid(DETAIL, { message: message('b', 'agent'), author: ADA }, 2);

    expect(withSaid(once, { message: message('b', 'agent'), author: ADA }, 2)).toEqual(once);
  });

  it('names who has it, and nobody any more when it waits again', () => {
    const claimed = withChange(DETAIL, { state: 'claimed', agent: ADA }, 2);
    const waiting = withChange(claimed, { state: 'open' }, 3);

    expect(claimed.handover).toMatchObject({ state: 'claimed', agent: ADA });
    expect(waiting.handover).toEqual(DETAIL.handover);
  });

  it('goes back to the assistant', () => {
    const next = withChange(DETAIL, { state: 'closed', outcome: 'resolved' }, 4);

    expect(next.handover).toBeUndefined();
    expect(next.conversation.last_happening).toBe(4);
  });
});
