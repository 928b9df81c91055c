import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { deleteWithUndo } from '../platform/undo';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/notes';
import type { Budget } from '../wire/types';
import { deleteBudget, getBudget, keys } from './api';
import { BudgetBar } from './budget-bar';
import { BudgetDialog } from './budget-dialog';
import { ReachedBadge } from './budget-row';
import { BurnView } from './burn-view';
import { useWhom } from './use-whom';

interface BudgetPanelProps {
  budget: Budget;
  onClose: () => void;
}

/** Everything about one budget. */
export function BudgetPanel({ budget, onClose }: BudgetPanelProps) {
  const t = useText();
  const formats = useFormats();
  const whom = useWhom();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const detail = useQuery({
    queryKey: keys.budget(budget.id),
    queryFn: ({ signal }) => getBudget(budget.id, signal),
  });
  const remove = () => {
    onClose();
    deleteWithUndo({
      ids: [budget.id],
      text: t.budgets.removed(budget.name),
      async commit() {
        await deleteBudget(budget.id);
        await client.invalidateQueries({ queryKey: keys.budgets });
      },
      failed: (error) => toast(problemText(t, problemIn(error))),
    });
  };
  if (editing) return <BudgetDialog budget={budget} onClose={() => setEditing(false)} />;
  return (
    <Dialog title={budget.name} at="right" onClose={onClose}>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 pb-8">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {whom(budget.subject, budget.subject_id)} · {t.budgets.periods[budget.period]}
          <ReachedBadge budget={budget} />
        </p>
        <p className="mt-4 text-2xl font-semibold tracking-[-0.02em] tabular-nums">
          {formats.money(budget.spent_nano)}
          <span className="text-base font-normal tracking-normal text-muted">
            {' '}
            {t.budgets.of(formats.money(budget.limit_nano))}
          </span>
        </p>
        <div className="mt-2.5">
          <BudgetBar budget={budget} />
        </div>
        <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 text-sm tabular-nums">
          <Fact name={t.budgets.free}>{formats.money(budget.remaining_nano)}</Fact>
          <Fact name={t.budgets.kept}>{formats.money(budget.leased_nano)}</Fact>
          <Fact name={t.budgets.began}>{formats.utcDate(budget.window_from)}</Fact>
          <Fact name={t.budgets.renews}>
            {budget.window_to === undefined ? t.budgets.never : when(budget.window_to)}
          </Fact>
        </dl>
        <h3 className="mt-7 text-sm font-semibold">{t.budgets.burnDown}</h3>
        {detail.isPending && <div className="skeleton mt-3 h-52" />}
        {detail.isError && (
          <ProblemNote
            className="mt-3"
            problem={problemIn(detail.error)}
            retry={() => void detail.refetch()}
          />
        )}
        {detail.data && <BurnView detail={detail.data} />}
        <div className="mt-8 flex flex-wrap justify-end gap-2 border-t border-line pt-4">
          <Button look="danger" onClick={remove}>
            <Trash2 size={16} aria-hidden="true" />
            {t.budgets.remove}
          </Button>
          <Button onClick={() => setEditing(true)}>
            <Pencil size={16} aria-hidden="true" />
            {t.budgets.edit}
          </Button>
        </div>
      </div>
    </Dialog>
  );

  function when(end: string): string {
    return `${formats.utcDate(end)}, ${formats.utcTime(end)} UTC`;
  }
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
