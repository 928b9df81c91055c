import { useInfiniteQuery } from '@tanstack/react-query';
import { Archive, Search, X } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemIn } from '../platform/problem';
import { go } from '../platform/router';
import { useShortcut } from '../platform/shortcuts';
import { useStore } from '../platform/store';
import { hiddenStore } from '../platform/undo';
import { Button, IconButton } from '../ui/button';
import { ProblemNote, Skeleton } from '../ui/notes';
import { keys, listConversations } from './api';
import { ConversationRow } from './conversation-row';
import { type DayGroup, groupByDay } from './group-by-day';
import { ImportButton } from './import-button';

const POLL_RUNNING_MS = 4_000;

interface ConversationListProps {
  currentId: string | null;
  onPicked: () => void;
}

export function ConversationList({ currentId, onPicked }: ConversationListProps) {
  const t = useText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const [archived, setArchived] = useState(false);
  const list = useConversations(q, archived);
  const groups = useMemo(() => groupByDay(list.shown, new Date()), [list.shown]);
  useNeighbours(
    list.shown.map((one) => one.id),
    currentId,
  );
  const empty = list.query.isSuccess && list.shown.length === 0;
  return (
    <>
      <SearchBox words={words} onWords={setWords} />
      <nav
        aria-label={t.list.title}
        className="min-h-0 flex-1 relative overflow-y-auto overscroll-contain px-2 pb-4"
      >
        {list.query.isPending && <Skeleton lines={5} className="px-2 pt-3" />}
        {list.query.isError && (
          <ProblemNote
            problem={problemIn(list.query.error)}
            retry={() => void list.query.refetch()}
          />
        )}
        {empty && (
          <p className="px-2.5 pt-3 text-sm text-muted">
            {q !== '' ? t.list.noMatch(q) : archived ? t.list.archiveEmpty : t.list.empty}
          </p>
        )}
        {groups.map((group) => (
          <Group key={group.key} group={group} currentId={currentId} onPicked={onPicked} />
        ))}
        {list.query.hasNextPage && (
          <Button
            look="quiet"
            small
            className="mt-2 w-full"
            onClick={() => void list.query.fetchNextPage()}
          >
            {t.common.loadMore}
          </Button>
        )}
      </nav>
      <div className="flex items-center gap-1 border-t border-line px-2 py-1">
        <Button look="quiet" small aria-pressed={archived} onClick={() => setArchived(!archived)}>
          <Archive size={15} aria-hidden="true" />
          {archived ? t.list.hideArchive : t.list.showArchive}
        </Button>
        <ImportButton />
      </div>
    </>
  );
}

function useConversations(q: string, archived: boolean) {
  const hidden = useStore(hiddenStore);
  const query = useInfiniteQuery({
    queryKey: keys.list(q, archived),
    queryFn: ({ pageParam, signal }) => listConversations(q, archived, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    // Answers that another device is waiting for are followed by asking now and then.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.conversations.some((one) => one.running_turn) ? POLL_RUNNING_MS : false,
  });
  const shown = useMemo(
    () =>
      (query.data?.pages ?? [])
        .flatMap((page) => page.conversations)
        .filter((one) => !hidden.has(one.id)),
    [query.data, hidden],
  );
  return { query, shown };
}

function Group({ group, currentId, onPicked }: { group: DayGroup } & ConversationListProps) {
  const t = useText();
  const formats = useFormats();
  const name = typeof group.span === 'string' ? t.list[group.span] : formats.day(group.span.month);
  return (
    <section aria-label={name} className="mt-4 first:mt-1">
      <h3 className="px-2.5 pb-1 text-xs font-medium text-faint">{name}</h3>
      <ul>
        {group.conversations.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            current={conversation.id === currentId}
            running={conversation.running_turn !== undefined}
            onPicked={onPicked}
          />
        ))}
      </ul>
    </section>
  );
}

function SearchBox({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => {
    if (input.current === null || input.current.offsetParent === null) return false;
    input.current.focus();
    input.current.select();
    return true;
  }, []);
  useShortcut('search', focus);
  return (
    <search className="relative mx-2 mb-1 mt-3">
      <Search
        size={15}
        className="pointer-events-none absolute left-2.5 top-1/2 -translate-y-1/2 text-faint"
        aria-hidden="true"
      />
      <input
        ref={input}
        type="text"
        value={words}
        aria-label={t.list.search}
        placeholder={t.list.search}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (words === '') input.current?.blur();
          else onWords('');
        }}
        className="h-9 coarse:h-11 w-full rounded-lg border border-line bg-surface pl-8 pr-8 text-sm focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
      />
      {words !== '' && (
        <IconButton
          label={t.common.clear}
          className="absolute right-0.5 top-1/2 -translate-y-1/2"
          onClick={() => onWords('')}
        >
          <X size={15} />
        </IconButton>
      )}
    </search>
  );
}

/** Alt+↑ and Alt+↓ walk through the list. */
function useNeighbours(ids: string[], currentId: string | null): void {
  const state = useRef({ ids, currentId });
  useEffect(() => {
    state.current = { ids, currentId };
  });
  const previous = useCallback(() => step(state.current, -1), []);
  const next = useCallback(() => step(state.current, 1), []);
  useShortcut('previous', previous);
  useShortcut('next', next);
}

function step(
  { ids, currentId }: { ids: string[]; currentId: string | null },
  by: number,
): boolean {
  const at = currentId === null ? -1 : ids.indexOf(currentId);
  const to = ids[at < 0 ? 0 : at + by];
  if (to === undefined) return false;
  go(`/c/${to}`);
  return true;
}
