import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { FilterInput } from '../ui/filter-input';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { Toggle } from '../ui/toggle';
import type { Price } from '../wire/types';
import { listPrices, PRICES } from './api';
import { filterOf, fitting, standings } from './in-force';
import { PriceDialog } from './price-dialog';
import { PriceTable } from './price-table';

const STEP = 100;

export function PricesPage() {
  const t = useText();
  const [like, setLike] = useState<Price | 'new' | null>(null);
  const prices = useQuery({ queryKey: PRICES, queryFn: ({ signal }) => listPrices(signal) });
  useTitle(t.prices.title);
  return (
    <PageBody>
      <PageHead title={t.prices.title} lead={t.prices.lead}>
        <Button look="primary" onClick={() => setLike('new')}>
          <Plus size={16} aria-hidden="true" />
          {t.prices.add}
        </Button>
      </PageHead>
      {prices.isPending && <Skeleton lines={10} className="mt-8" />}
      {prices.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(prices.error)}
          retry={() => void prices.refetch()}
        />
      )}
      {prices.data && <All prices={prices.data} onChange={setLike} />}
      {like !== null && (
        <PriceDialog
          like={like === 'new' ? null : like}
          known={prices.data ?? []}
          onClose={() => setLike(null)}
        />
      )}
    </PageBody>
  );
}

interface AllProps {
  prices: readonly Price[];
  onChange: (price: Price) => void;
}

function All({ prices, onChange }: AllProps) {
  const t = useText();
  const search = useSearch();
  const [shown, setShown] = useState(STEP);
  const filter = filterOf(search);
  const listed = useMemo(() => standings(prices, Date.now()), [prices]);
  const found = fitting(listed, filter);
  return (
    <section aria-label={t.prices.title} className="mt-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FilterInput
          label={t.prices.filter}
          value={filter.q}
          onChange={(q) => goWithQuery({ q })}
          className="w-full sm:w-72"
        />
        <Toggle on={filter.own} onToggle={(on) => goWithQuery({ own: on ? '1' : '' })}>
          {t.prices.own}
        </Toggle>
        <Toggle on={filter.past} onToggle={(on) => goWithQuery({ past: on ? '1' : '' })}>
          {t.prices.past}
        </Toggle>
        <p role="status" className="text-sm tabular-nums text-muted">
          {t.prices.total(found.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty
          icon={<Tags size={22} />}
          title={t.prices.noMatchTitle}
          actions={
            <Button onClick={() => goWithQuery({ q: '', own: '', past: '' })}>
              {t.prices.showAll}
            </Button>
          }
        >
          {t.prices.noMatchText}
        </Empty>
      ) : (
        <PriceTable listed={found.slice(0, shown)} onChange={onChange} />
      )}
      {found.length > shown && (
        <Button className="mt-4" onClick={() => setShown(shown + STEP)}>
          {t.common.loadMore}
        </Button>
      )}
    </section>
  );
}
