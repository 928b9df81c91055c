import type { Attachment, ConversationDetail, Message } from '../wire/types';
import { type AnswerView, viewOfMessage, viewOfTurn } from './answer-view';
import type { LiveTurn } from './live-turns';
import { branchOf, children, type Siblings, sameSiblings, siblings } from './tree';

export type ThreadItem =
  | {
      kind: 'question';
      id: string;
      text: string;
      images: readonly Attachment[];
      others: Siblings | null;
    }
  | { kind: 'answer'; id: string; view: AnswerView; questionId: string; others: Siblings | null }
  /** Of a person who took the conversation over. */
  | { kind: 'agent'; id: string; text: string; name: string }
  /** A question that was stored but has no answer. */
  | { kind: 'unanswered'; id: string; questionId: string };

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

/** The shown branch of a conversation: stored messages, and the answer that is being written. */
export function threadItems(detail: ConversationDetail, live: LiveTurn | null): ThreadItem[] {
  const turn = detail.running_turn;
  const items: ThreadItem[] = [];
  const said = children(detail.messages);
  const branch = branchOf(detail.messages, detail.conversation.active_message_id);
  const idsBeside = (message: Message): string[] => {
    const ids = (said.get(message.parent_id ?? '') ?? []).map((one) => one.id);
    const writing = turn && turn.question_id === message.parent_id ? turn.answer_id : null;
    return writing === null || ids.includes(writing) ? ids : [...ids, writing];
  };
  let questionId = '';
  for (const [at, message] of branch.entries()) {
    if (message.role === 'user') {
      questionId = message.id;
      const others = siblings(idsBeside(message), message.id);
      const images = shownBy(detail, message.id);
      items.push({ kind: 'question', id: message.id, text: message.text, images, others });
      const next = branch[at + 1];
      const waiting = turn?.question_id === message.id || detail.handover !== undefined;
      const forPerson = message.turn_id === undefined || next?.role === 'agent';
      if (next?.role !== 'assistant' && !waiting && !forPerson)
        items.push({ kind: 'unanswered', id: `${message.id}.none`, questionId });
    } else if (message.role === 'agent') {
      const name = detail.people.find(({ id }) => id === message.author_id)?.name ?? '';
      items.push({ kind: 'agent', id: message.id, text: message.text, name });
    } else if (message.id !== turn?.answer_id) {
      const others = siblings(idsBeside(message), message.id);
      items.push({ kind: 'answer', id: message.id, view: stored(message), questionId, others });
    }
  }
  if (turn && live && endsWith(branch, turn.question_id, turn.answer_id)) {
    const id = turn.answer_id;
    const ids = (said.get(turn.question_id) ?? []).map((one) => one.id);
    const others = siblings(ids.includes(id) ? ids : [...ids, id], id);
    items.push({ kind: 'answer', id, view: viewOfTurn(id, live), questionId, others });
  }
  return items;
}

/** Whether the answer that is being written belongs to what is shown. */
function endsWith(branch: readonly Message[], question: string, answer: string): boolean {
  const last = branch.at(-1);
  return last?.id === question || last?.id === answer;
}

/** Whether two items are shown the same. */
export function sameItem(a: ThreadItem, b: ThreadItem): boolean {
  if (a.kind === 'answer' && b.kind === 'answer') {
    return a.view === b.view && sameSiblings(a.others, b.others);
  }
  if (a.kind === 'question' && b.kind === 'question') {
    const same = a.images.length === b.images.length;
    return a.id === b.id && same && sameSiblings(a.others, b.others);
  }
  return a.id === b.id && a.kind === b.kind;
}

/** The images that a message shows. */
export const shownBy = (detail: ConversationDetail, message: string): Attachment[] =>
  detail.attachments.filter((one) => one.message_id === message).map((one) => one.attachment);
