import type { CannedReply } from '../wire/types';

const MOST = 8;
const CALL = /(^|\s)\/([\p{L}\p{N}_-]*)$/u;

/** The shortcut that is being typed at the end of a text, or null. */
export const calledAt = (text: string): string | null => CALL.exec(text)?.[2] ?? null;

/** Those that a shortcut may mean, the nearest first. */
export function fitting(replies: readonly CannedReply[], called: string): CannedReply[] {
  const words = called.toLowerCase();
  const begins = replies.filter(({ shortcut }) => shortcut.toLowerCase().startsWith(words));
  const holds = replies.filter(
    (one) => !begins.includes(one) && `${one.shortcut} ${one.text}`.toLowerCase().includes(words),
  );
  return [...begins, ...holds].slice(0, MOST);
}

/** The text with the reply in place of its shortcut. */
export const withReply = (text: string, reply: CannedReply): string =>
  text.replace(CALL, (_, before: string) => before + reply.text);
