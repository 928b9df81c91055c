import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../platform/http';
import { problemIn } from '../platform/problem';
import type { InboxConversation, Problem } from '../wire/types';
import { keys, reply } from './api';

/** What was typed and not sent, by conversation: it is there again when the agent comes back. */
const drafts = new Map<string, string>();

/** A reply that is written and sent. Trying again uses the same key, so nothing is said twice. */
export function useReply(id: string) {
  const client = useQueryClient();
  const [draft, show] = useState(drafts.get(id) ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useRef<{ text: string; key: string } | null>(null);

  const setDraft = (text: string) => {
    drafts.set(id, text);
    show(text);
    setProblem(null);
  };
  const send = async () => {
    const text = draft.trim();
    if (text === '' || busy) return;
    if (attempt.current?.text !== text) attempt.current = { text, key: newIdempotencyKey() };
    setBusy(true);
    setProblem(null);
    try {
      const message = await reply(id, text, attempt.current.key);
      attempt.current = null;
      setDraft('');
      client.setQueryData<InboxConversation>(keys.one(id), (one) =>
        one && !one.messages.some((there) => there.id === message.id)
          ? { ...one, messages: [...one.messages, message] }
          : one,
      );
    } catch (error) {
      setProblem(problemIn(error));
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: keys.one(id) });
  };
  return { draft, setDraft, send: () => void send(), busy, problem };
}
