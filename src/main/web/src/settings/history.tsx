import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Button } from '../ui/button';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import { HISTORY, listVersions } from './api';
import { HistoryRow } from './history-row';
import { RestoreDialog } from './restore-dialog';

/** Who changed what, when and why, and the way back. */
export function History({ version }: { version: number }) {
  const t = useText();
  const [to, setTo] = useState<number | null>(null);
  const query = useInfiniteQuery({
    queryKey: HISTORY,
    queryFn: ({ pageParam, signal }) => listVersions(pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
  });
  const all = query.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Section title={t.settings.history} text={t.settings.historyText}>
      {query.isPending && <Skeleton lines={4} className="p-5" />}
      {query.isError && (
        <ProblemNote
          className="m-4"
          problem={problemIn(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && all.length === 0 && (
        <p className="px-4 py-5 text-sm text-muted sm:px-5">{t.settings.noHistory}</p>
      )}
      {all.length > 0 && (
        <ol>
          {all.map((one) => (
            <HistoryRow
              key={one.version}
              version={one}
              current={one.version === version}
              onRestore={() => setTo(one.version)}
            />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.common.loadMore}
          </Button>
        </div>
      )}
      {to !== null && <RestoreDialog from={version} to={to} onClose={() => setTo(null)} />}
    </Section>
  );
}
