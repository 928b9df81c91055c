import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { BurnDown } from '../charts/burn-down';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { BudgetDetail } from '../wire/types';
import { type Burn, burnOf, THRESHOLDS } from './burn';

/** The chart of a budget, what is to be expected, and the figures behind it. */
export function BurnView({ detail }: { detail: BudgetDetail }) {
  const t = useText();
  const formats = useFormats();
  const [now] = useState(() => Date.now());
  const { budget } = detail;
  const burn = burnOf(detail, now);
  const hourly = budget.period === 'day';
  const iso = (at: number) => new Date(at).toISOString();
  const moment = (at: number) =>
    hourly || at === now
      ? `${formats.utcDay(iso(at))}, ${formats.utcTime(iso(at))}`
      : formats.utcDate(iso(at));
  return (
    <>
      <p className="mt-0.5 text-sm text-muted text-pretty">
        <Expected burn={burn} hourly={hourly} />
      </p>
      <div className="mt-3">
        <BurnDown
          points={burn.points}
          now={now}
          limit={budget.limit_nano}
          lines={THRESHOLDS.filter((one) => one < 100).map(
            (one) => budget.limit_nano * (1 - one / 100),
          )}
          ticks={ticksOf(burn, now)}
          label={t.budgets.chartLabel(
            formats.money(budget.spent_nano),
            formats.money(budget.limit_nano),
          )}
          words={{ left: t.budgets.remaining, pace: t.budgets.pace }}
          whenOf={(at) => (hourly ? formats.utcTime(iso(at)) : formats.utcDay(iso(at)))}
          momentOf={moment}
          format={formats.money}
          short={formats.shortMoney}
        />
      </div>
      <details className="group mt-3 text-sm">
        <summary className="-ml-1 inline-flex h-8 coarse:h-11 items-center gap-1 rounded-lg pr-2 text-muted hover:text-ink">
          <ChevronRight
            size={15}
            aria-hidden="true"
            className="transition-transform group-open:rotate-90"
          />
          {t.charts.table}
        </summary>
        <div
          role="region"
          aria-label={t.budgets.burnDown}
          tabIndex={0}
          className="relative max-h-72 overflow-auto rounded-lg border border-line"
        >
          <table className="w-full text-left tabular-nums">
            <thead className="text-xs text-muted">
              <tr className="h-9">
                <th scope="col" className="px-3 font-medium">
                  {t.charts.when}
                </th>
                <th scope="col" className="px-3 text-right font-medium">
                  {t.budgets.remaining}
                </th>
              </tr>
            </thead>
            <tbody>
              {burn.points
                .filter(({ left }) => left !== null)
                .reverse()
                .map(({ at, left }) => (
                  <tr key={at} className="h-9 border-t border-line">
                    <th scope="row" className="px-3 font-normal text-muted">
                      {moment(at)}
                    </th>
                    <td className="px-3 text-right">{formats.money(left ?? 0)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

const MOST_TICKS = 5;

/** Some beginnings of hours or days, evenly spread. */
function ticksOf({ points }: Burn, now: number): number[] {
  const whole = points.map(({ at }) => at).filter((at) => at !== now);
  const step = Math.max(1, Math.ceil(whole.length / MOST_TICKS));
  return whole.filter((_, at) => at % step === 0);
}

function Expected({ burn, hourly }: { burn: Burn; hourly: boolean }) {
  const t = useText();
  const formats = useFormats();
  if (burn.perDay === 0) return t.budgets.nothingSpent;
  const perDay = formats.money(burn.perDay);
  if (burn.emptyAt !== null) {
    const at = new Date(burn.emptyAt).toISOString();
    return t.budgets.emptyBy(perDay, hourly ? `${formats.utcTime(at)} UTC` : formats.utcDate(at));
  }
  return t.budgets.enough(perDay, formats.money(burn.leftAtEnd ?? 0));
}
