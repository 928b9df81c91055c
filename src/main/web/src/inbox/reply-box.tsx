import { useQuery } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/notes';
import type { CannedReply } from '../wire/types';
import { keys, listCanned } from './api';
import { calledAt, fitting, withReply } from './canned';
import { CannedList } from './canned-list';
import { useReply } from './use-reply';

const MAX_CHARS = 32_000;

interface ReplyBoxProps {
  id: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onTyping: () => void;
  onCanned: () => void;
}

export function ReplyBox({ id, box, onTyping, onCanned }: ReplyBoxProps) {
  const t = useText();
  const listId = useId();
  const { draft, setDraft, send, busy, problem } = useReply(id);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const called = calledAt(draft);
  const open = called !== null && dismissed !== draft;
  const canned = useQuery({
    queryKey: keys.canned,
    queryFn: ({ signal }) => listCanned(signal),
    enabled: open,
    staleTime: 60_000,
  });
  const found = open ? fitting(canned.data?.replies ?? [], called) : [];
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true });
  }, [box]);

  const put = (reply: CannedReply) => {
    setDraft(withReply(draft, reply));
    setAt(0);
    box.current?.focus();
  };
  /** Whether the key was for the list above. */
  const inList = (key: string, first: CannedReply): boolean => {
    switch (key) {
      case 'ArrowDown':
        setAt((now) => (now + 1) % found.length);
        return true;
      case 'ArrowUp':
        setAt((now) => (now - 1 + found.length) % found.length);
        return true;
      case 'Enter':
      case 'Tab':
        put(first);
        return true;
      case 'Escape':
        setDismissed(draft);
        return true;
      default:
        return false;
    }
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (open && chosen && inList(event.key, chosen)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey && matchMedia('(pointer: fine)').matches) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') box.current?.blur();
  };
  return (
    <div className="border-t border-line px-3 py-3 sm:px-6">
      <div className="relative mx-auto max-w-2xl">
        {open && (
          <CannedList
            id={listId}
            found={found}
            chosen={chosen}
            onPut={put}
            onManage={onCanned}
            loading={canned.isPending}
          />
        )}
        {problem && (
          <ProblemNote className="mb-2" title={t.inbox.notSent} problem={problem} retry={send} />
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          className="flex items-end gap-2 rounded-2xl border border-line-strong bg-surface p-2 pl-4 shadow-low focus-within:border-accent"
        >
          <textarea
            ref={box}
            rows={2}
            value={draft}
            maxLength={MAX_CHARS}
            aria-label={t.inbox.reply}
            aria-autocomplete="list"
            aria-controls={open ? listId : undefined}
            aria-activedescendant={open && chosen ? `${listId}-${chosen.id}` : undefined}
            placeholder={t.inbox.replyHint}
            onChange={(event) => {
              setDraft(event.target.value);
              setAt(0);
              onTyping();
            }}
            onKeyDown={onKey}
            className="min-h-9 max-h-60 flex-1 resize-none bg-transparent py-1.5 text-base leading-6 focus:outline-none"
          />
          <Button
            look="primary"
            type="submit"
            disabled={draft.trim() === '' || busy}
            aria-label={t.inbox.send}
            title={t.inbox.send}
            className="size-9 rounded-xl px-0! coarse:size-11"
          >
            <ArrowUp size={18} strokeWidth={2.25} />
          </Button>
        </form>
      </div>
    </div>
  );
}
