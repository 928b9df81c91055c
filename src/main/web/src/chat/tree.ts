import type { Message } from '../wire/types';

/** Where a message stands among those said in its place. */
export interface Siblings {
  /** From 1. */
  at: number;
  of: number;
  previous: string | null;
  next: string | null;
}

const ROOT = '';

const keyOf = (message: Message): string => message.parent_id ?? ROOT;

/** What was said to each message, in the order in which it was said. */
export function children(messages: readonly Message[]): Map<string, Message[]> {
  const all = new Map<string, Message[]>();
  for (const message of messages) {
    const those = all.get(keyOf(message));
    if (those) those.push(message);
    else all.set(keyOf(message), [message]);
  }
  return all;
}

/** The messages from the first one to this, or to the last one said when there is no such. */
export function branchOf(messages: readonly Message[], leaf: string | undefined): Message[] {
  const byId = new Map(messages.map((one) => [one.id, one]));
  const branch: Message[] = [];
  let at = byId.get(leaf ?? '') ?? messages.at(-1);
  while (at) {
    branch.push(at);
    byId.delete(at.id); // no message comes twice, whatever a server says
    at = byId.get(keyOf(at));
  }
  return branch.reverse();
}

/** The end of the branch of a message: what was said last below it, as the server has it. */
export function endBelow(messages: readonly Message[], id: string): string {
  const below = children(messages);
  let at = id;
  for (let steps = 0; steps < messages.length; steps++) {
    const last = below.get(at)?.at(-1);
    if (!last) break;
    at = last.id;
  }
  return at;
}

/** Where one of some ids stands; null when it stands there alone. */
export function siblings(ids: readonly string[], id: string): Siblings | null {
  if (ids.length < 2) return null;
  const at = ids.indexOf(id);
  return {
    at: at + 1,
    of: ids.length,
    previous: ids[at - 1] ?? null,
    next: ids[at + 1] ?? null,
  };
}

export const sameSiblings = (a: Siblings | null, b: Siblings | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.at === b.at &&
    a.of === b.of &&
    a.previous === b.previous &&
    a.next === b.next);
