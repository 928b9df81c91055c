import type { ConversationDetail, Message } from '../wire/types';
import { type AnswerView, viewOfMessage, viewOfTurn } from './answer-view';
import type { LiveTurn } from './live-turns';

export type ThreadItem =
  | { kind: 'question'; id: string; text: string }
  | { kind: 'answer'; id: string; view: AnswerView; question: string }
  /** A question that was stored but has no answer. */
  | { kind: 'unanswered'; id: string; question: string };

const views = new WeakMap<Message, AnswerView>();

/** Keeps the view of a stored message the same object, so that it does not render again. */
function stored(message: Message): AnswerView {
  let view = views.get(message);
  if (!view) {
    view = viewOfMessage(message);
    views.set(message, view);
  }
  return view;
}

/** The conversation as it is shown: stored messages, and the answer that is being written. */
export function threadItems(detail: ConversationDetail, live: LiveTurn | null): ThreadItem[] {
  const turn = detail.running_turn;
  const items: ThreadItem[] = [];
  let question = '';
  for (const [at, message] of detail.messages.entries()) {
    if (message.role === 'user') {
      question = message.text;
      items.push({ kind: 'question', id: message.id, text: message.text });
      const next = detail.messages[at + 1];
      const answered = next?.role === 'assistant' || turn?.question_id === message.id;
      if (!answered) items.push({ kind: 'unanswered', id: `${message.id}.none`, question });
    } else if (message.id !== turn?.answer_id) {
      items.push({ kind: 'answer', id: message.id, view: stored(message), question });
    }
  }
  if (turn && live) {
    const view = viewOfTurn(turn.answer_id, live);
    items.push({ kind: 'answer', id: turn.answer_id, view, question });
  }
  return items;
}
