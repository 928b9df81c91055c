import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartColumn, ListTree } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { getUsage, keys } from './api';
import { Breakdown } from './breakdown';
import { ExplainDialog } from './explain-dialog';
import { ExportMenu } from './export-menu';
import { Figures } from './figures';
import { Filters } from './filters';
import { UsageChart } from './usage-chart';
import { UsageSkeleton } from './usage-skeleton';
import { type Group, ONLY, type Span, spanBefore, spanOf, type View, viewOf } from './view';

const LOOK_AGAIN_MS = 60_000;

const useSeries = (span: Span, group: Group, only: View['only']) =>
  useQuery({
    queryKey: keys.series(span, group, only),
    queryFn: ({ signal }) => getUsage(span, group, only, signal),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  });

export function UsagePage() {
  const t = useText();
  const search = useSearch();
  const view = viewOf(search);
  const requestId = new URLSearchParams(search).get('request');
  const [explaining, setExplaining] = useState(requestId !== null);
  const span = spanOf(view, Date.now());
  const usage = useSeries(span, view.group, view.only);
  const past = useSeries(spanBefore(span), 'workspace', view.only);
  useTitle(t.usage.title);
  const nothing = usage.data?.total.requests === 0;
  const filtered = ONLY.some((name) => view.only[name] !== undefined);
  return (
    <PageBody>
      <PageHead title={t.usage.title} lead={t.usage.lead}>
        <Button onClick={() => setExplaining(true)}>
          <ListTree size={16} aria-hidden="true" />
          {t.explain.title}
        </Button>
        {usage.data && <ExportMenu series={usage.data} span={span} />}
      </PageHead>
      <Filters view={view} span={span} />
      {usage.isPending && <UsageSkeleton />}
      {usage.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(usage.error)}
          retry={() => void usage.refetch()}
        />
      )}
      {usage.data && (
        <div className={usage.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}>
          <Figures
            measure={view.measure}
            total={usage.data.total}
            past={past.isPlaceholderData ? undefined : past.data?.total}
          />
          {nothing ? (
            <Empty
              icon={<ChartColumn size={22} />}
              title={t.usage.emptyTitle}
              actions={
                filtered && (
                  <Button
                    onClick={() => goWithQuery(Object.fromEntries(ONLY.map((name) => [name, ''])))}
                  >
                    {t.usage.clear}
                  </Button>
                )
              }
            >
              {filtered ? t.usage.noMatchText : t.usage.emptyText}
            </Empty>
          ) : (
            <>
              <UsageChart view={view} span={span} series={usage.data} />
              <Breakdown view={view} series={usage.data} />
            </>
          )}
        </div>
      )}
      {explaining && (
        <ExplainDialog
          requestId={requestId ?? ''}
          onClose={() => {
            setExplaining(false);
            goWithQuery({ request: '' });
          }}
        />
      )}
    </PageBody>
  );
}
