import type { ConversationDetail, HandsEvent, SaidEvent } from '../wire/types';

/** The conversation with what somebody said at its end; what is there already stays as it is. */
export function withSaid(
  detail: ConversationDetail,
  { message, author }: SaidEvent,
  seq: number,
): ConversationDetail {
  const { conversation, messages, people } = detail;
  const there = messages.some(({ id }) => id === message.id);
  const known = author === undefined || people.some(({ id }) => id === author.id);
  return {
    ...detail,
    conversation: {
      ...conversation,
      last_happening: Math.max(conversation.last_happening, seq),
      ...(!there && { active_message_id: message.id }),
    },
    messages: there ? messages : [...messages, message],
    people: known ? people : [...people, author],
  };
}

/** The conversation in other hands. */
export function withChange(
  detail: ConversationDetail,
  { state, agent }: HandsEvent,
  seq: number,
): ConversationDetail {
  const { handover: before, conversation, ...rest } = detail;
  const next = {
    ...rest,
    conversation: {
      ...conversation,
      last_happening: Math.max(conversation.last_happening, seq),
    },
  };
  if (state === 'closed') return next;
  const asked = before ?? { asked_by: 'user' as const, created_at: conversation.updated_at };
  const { agent: _, ...kept } = { agent: undefined, ...asked };
  return { ...next, handover: { ...kept, state, ...(agent && { agent }) } };
}
