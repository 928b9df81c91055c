import { useQuery } from '@tanstack/react-query';
import { Plus, Wallet } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useStore } from '../platform/store';
import { useTitle } from '../platform/title';
import { hiddenStore } from '../platform/undo';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { Budget } from '../wire/types';
import { keys, listBudgets } from './api';
import { BudgetDialog } from './budget-dialog';
import { BudgetPanel } from './budget-panel';
import { BudgetRow } from './budget-row';
import { Limits } from './limits';

const LOOK_AGAIN_MS = 10_000;

export function BudgetsPage() {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const budgets = useQuery({
    queryKey: keys.budgets,
    queryFn: ({ signal }) => listBudgets(signal),
    refetchInterval: LOOK_AGAIN_MS,
  });
  useTitle(t.budgets.title);
  const add = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus size={16} aria-hidden="true" />
      {t.budgets.add}
    </Button>
  );
  return (
    <PageBody>
      <PageHead title={t.budgets.title} lead={t.budgets.lead}>
        {budgets.data?.length !== 0 && add}
      </PageHead>
      {budgets.isPending && <Skeleton lines={8} className="mt-8" />}
      {budgets.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(budgets.error)}
          retry={() => void budgets.refetch()}
        />
      )}
      {budgets.data?.length === 0 && (
        <div className="mt-6 rounded-2xl border border-line bg-surface shadow-low">
          <Empty icon={<Wallet size={22} />} title={t.budgets.emptyTitle} actions={add}>
            {t.budgets.emptyText}
          </Empty>
        </div>
      )}
      {budgets.data && budgets.data.length > 0 && <List budgets={budgets.data} />}
      <Limits />
      {adding && <BudgetDialog budget={null} onClose={() => setAdding(false)} />}
    </PageBody>
  );
}

/** The one that stands in the address is open. */
function List({ budgets }: { budgets: readonly Budget[] }) {
  const t = useText();
  const hidden = useStore(hiddenStore);
  const openId = new URLSearchParams(useSearch()).get('budget');
  const shown = budgets.filter(({ id }) => !hidden.has(id));
  const open = shown.find(({ id }) => id === openId);
  return (
    <>
      <ul
        aria-label={t.budgets.title}
        className="mt-6 divide-y divide-line rounded-2xl border border-line bg-surface shadow-low"
      >
        {shown.map((budget) => (
          <BudgetRow
            key={budget.id}
            budget={budget}
            onOpen={() => goWithQuery({ budget: budget.id })}
          />
        ))}
      </ul>
      {open && <BudgetPanel budget={open} onClose={() => goWithQuery({ budget: '' })} />}
    </>
  );
}
