import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { classes } from '../ui/classes';
import type { Budget } from '../wire/types';
import { reached, shareOf, THRESHOLDS } from './burn';

/** What is spent, and what is kept for calls under way, with the places where somebody is told. */
export function BudgetBar({ budget }: { budget: Budget }) {
  const t = useText();
  const formats = useFormats();
  const spent = Math.min(1, shareOf(budget));
  const kept = Math.min(
    1 - spent,
    budget.limit_nano === 0 ? 0 : budget.leased_nano / budget.limit_nano,
  );
  const level = reached(budget) ?? 0;
  return (
    <div
      role="meter"
      aria-label={t.budgets.usedOf(budget.name)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(100, Math.round(spent * 100))}
      aria-valuetext={formats.percent(shareOf(budget))}
      className="relative h-2 overflow-hidden rounded-full bg-hover"
    >
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="size-full">
        <rect
          width={spent * 100}
          height="8"
          className={classes(
            level >= 100 ? 'fill-danger' : level >= 80 ? 'fill-warn' : 'fill-accent',
          )}
        />
        <rect x={spent * 100} width={kept * 100} height="8" className="fill-accent/40" />
        {THRESHOLDS.filter((one) => one < 100).map((one) => (
          <rect key={one} x={one - 0.2} width="0.4" height="8" className="fill-line-strong" />
        ))}
      </svg>
    </div>
  );
}
