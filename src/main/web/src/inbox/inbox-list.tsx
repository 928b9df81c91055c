import { Inbox, MessageSquareQuote, SearchX } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery } from '../platform/router';
import { Button, IconButton } from '../ui/button';
import { FilterInput } from '../ui/filter-input';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { Segments } from '../ui/segments';
import { FILTERS, type Filter } from './api';
import { InboxRow } from './inbox-row';
import type { useList } from './use-list';

interface InboxListProps {
  filter: Filter;
  q: string;
  list: ReturnType<typeof useList>;
  currentId: string | null;
  onCanned: () => void;
}

export function InboxList({ filter, q, list, currentId, onCanned }: InboxListProps) {
  const t = useText();
  const { query, items, counts } = list;
  const label = (one: Filter): string => {
    const many = one === 'all' ? 0 : (counts?.[one] ?? 0);
    return many > 0 ? `${t.inbox[one]} ${many}` : t.inbox[one];
  };
  return (
    <>
      <header className="flex flex-col gap-3 px-4 pb-3 pt-4">
        <div className="flex items-center justify-between">
          <h1 className="text-xl font-semibold tracking-[-0.01em]">{t.inbox.title}</h1>
          <IconButton label={t.inbox.canned} onClick={onCanned}>
            <MessageSquareQuote size={18} />
          </IconButton>
        </div>
        <Segments
          label={t.inbox.filters}
          value={filter}
          choices={FILTERS.map((value) => ({ value, label: label(value) }))}
          onChoose={(value) => goWithQuery({ show: value === 'queue' ? '' : value })}
          className="self-start"
        />
        <FilterInput
          label={t.inbox.filter}
          value={q}
          onChange={(next) => goWithQuery({ q: next })}
          className="w-full"
        />
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto border-t border-line">
        {query.isPending && <Skeleton lines={6} className="p-4" />}
        {query.isError && items.length === 0 && (
          <ProblemNote
            className="m-4"
            problem={problemIn(query.error)}
            retry={() => void query.refetch()}
          />
        )}
        {query.isSuccess && items.length === 0 && <Nothing filter={filter} searched={q !== ''} />}
        {items.length > 0 && (
          <ul aria-label={t.inbox.list}>
            {items.map((item) => (
              <InboxRow
                key={item.handover.id}
                item={item}
                current={item.handover.conversation_id === currentId}
              />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button small className="mx-4 my-3" onClick={() => void query.fetchNextPage()}>
            {t.common.loadMore}
          </Button>
        )}
      </div>
    </>
  );
}

function Nothing({ filter, searched }: { filter: Filter; searched: boolean }) {
  const t = useText();
  if (searched) {
    return (
      <Empty icon={<SearchX size={22} />} title={t.inbox.noMatch}>
        {t.inbox.noMatchText}
      </Empty>
    );
  }
  const titles = { queue: t.inbox.emptyQueue, mine: t.inbox.emptyMine, all: t.inbox.emptyAll };
  const texts = { queue: t.inbox.emptyQueueText, mine: t.inbox.emptyMineText, all: undefined };
  return (
    <Empty icon={<Inbox size={22} />} title={titles[filter]}>
      {texts[filter]}
    </Empty>
  );
}
