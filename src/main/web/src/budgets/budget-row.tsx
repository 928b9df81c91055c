import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import type { Budget } from '../wire/types';
import { BudgetBar } from './budget-bar';
import { reached } from './burn';
import { useWhom } from './use-whom';

export function BudgetRow({ budget, onOpen }: { budget: Budget; onOpen: () => void }) {
  const t = useText();
  const formats = useFormats();
  const whom = useWhom();
  const { name, subject, subject_id: id, period, limit_nano: limit, spent_nano: spent } = budget;
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-5 py-4 hover:bg-hover/50 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <button
            type="button"
            onClick={onOpen}
            className="truncate text-left after:absolute after:inset-0 hover:text-accent"
          >
            {name}
          </button>
          <ReachedBadge budget={budget} />
        </p>
        <p className="mt-0.5 truncate text-xs text-muted">
          {whom(subject, id)} · {t.budgets.periods[period]}
        </p>
      </div>
      <div className="min-w-0 self-center">
        <p className="mb-1.5 flex items-baseline justify-between gap-3 text-sm tabular-nums">
          <span className="truncate">
            <span className="font-medium">{formats.money(spent)}</span>
            <span className="text-muted"> {t.budgets.of(formats.money(limit))}</span>
          </span>
          <span className="whitespace-nowrap text-xs text-muted">
            {t.budgets.left(formats.money(Math.max(0, limit - spent)))}
          </span>
        </p>
        <BudgetBar budget={budget} />
      </div>
    </li>
  );
}

/** The last threshold that was passed. */
export function ReachedBadge({ budget }: { budget: Budget }) {
  const t = useText();
  const formats = useFormats();
  const level = reached(budget);
  if (level === null) return null;
  if (level === 100) return <Badge tone="bad">{t.budgets.usedUp}</Badge>;
  return (
    <Badge tone={level >= 80 ? 'warn' : 'plain'}>
      {t.budgets.reached(formats.percent(level / 100))}
    </Badge>
  );
}
