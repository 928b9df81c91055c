import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { AuditEvent } from '../wire/types';
import { filterOf, isEmpty, keys, listEvents, NO_FILTER } from './api';
import { EventDetail } from './event-detail';
import { EventRows } from './event-rows';
import { ExportButton } from './export-button';
import { Filters } from './filters';
import { useVerifying, Verdict, VerifyButton } from './verify';

export function AuditPage() {
  const t = useText();
  const filter = filterOf(useSearch());
  const verifying = useVerifying();
  const [open, setOpen] = useState<AuditEvent | null>(null);
  const query = useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) => listEvents(filter, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  useTitle(t.audit.title);
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const nothing = query.isSuccess && !query.isPlaceholderData && events.length === 0;
  const clear = () => goWithQuery({ ...NO_FILTER });
  return (
    <PageBody>
      <PageHead title={t.audit.title} lead={t.audit.lead}>
        <ExportButton filter={filter} />
        <VerifyButton verifying={verifying} />
      </PageHead>
      <Verdict verifying={verifying} />
      <Filters filter={filter} onClear={clear} />
      {query.isPending && <Skeleton lines={8} className="mt-8" />}
      {query.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {nothing && (
        <Empty
          icon={<ScrollText size={22} />}
          title={isEmpty(filter) ? t.audit.emptyTitle : t.audit.noMatchTitle}
          actions={!isEmpty(filter) && <Button onClick={clear}>{t.audit.clear}</Button>}
        >
          {isEmpty(filter) ? t.audit.emptyText : t.audit.noMatchText}
        </Empty>
      )}
      {events.length > 0 && <EventRows events={events} onOpen={setOpen} />}
      {query.hasNextPage && (
        <Button
          className="mt-4"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t.common.loadMore}
        </Button>
      )}
      {open && <EventDetail event={open} onClose={() => setOpen(null)} />}
    </PageBody>
  );
}
