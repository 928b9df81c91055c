import { chartOf, colourOf } from '../charts/series';
import { Swatch } from '../charts/swatch';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { goWithQuery } from '../platform/router';
import type { UsageSeries } from '../wire/types';
import { inputOf, measured, outputOf } from './measure';
import { useGroupName } from './use-group-name';
import type { View } from './view';

const CELL = 'whitespace-nowrap px-3 py-2.5 text-right';
const WIDE = `${CELL} hidden md:table-cell`;

/** Sums by name, the greatest first; a name leads to what only it used. */
export function Breakdown({ view, series }: { view: View; series: UsageSeries }) {
  const t = useText();
  const formats = useFormats();
  const nameOf = useGroupName();
  const { group_by: group, totals, total } = series;
  const of = (at: number) => measured(totals[at]?.sums ?? total, view.measure);
  const all = measured(total, view.measure);
  const order = totals.map((_, at) => at).sort((a, b) => of(b) - of(a));
  const chart = chartOf(
    totals.map(({ name }, at) => ({ at: series.from, name, value: of(at) })),
    [series.from],
  );
  const colour = (name: string) => {
    const place = chart.names.indexOf(name);
    return place < 0 ? 'var(--chart-rest)' : colourOf(chart, place);
  };
  return (
    <section
      aria-label={t.usage.byGroup(t.usage.groups[group])}
      className="mt-3 overflow-x-auto rounded-2xl border border-line bg-surface shadow-low"
    >
      <table className="w-full text-left text-sm tabular-nums">
        <thead className="text-xs text-muted">
          <tr className="h-10 border-b border-line">
            <th scope="col" className="px-4 font-medium">
              {t.usage.groups[group]}
            </th>
            <th scope="col" className="hidden px-3 font-medium lg:table-cell">
              {t.usage.share}
            </th>
            <th scope="col" className={`${WIDE} font-medium`}>
              {t.usage.measures.requests}
            </th>
            <th scope="col" className={`${WIDE} font-medium`}>
              {t.usage.input}
            </th>
            <th scope="col" className={`${WIDE} font-medium`}>
              {t.usage.output}
            </th>
            <th scope="col" className={`${CELL} pr-4 font-medium`}>
              {t.usage.measures.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((at) => {
            const { name = '', sums = total } = totals[at] ?? {};
            const words = nameOf(group, name);
            const share = all === 0 ? 0 : of(at) / all;
            return (
              <tr key={name} className="border-b border-line last:border-b-0">
                <th scope="row" className="w-full max-w-0 px-4 py-2.5 font-normal">
                  <span className="flex items-center gap-2.5">
                    <Swatch colour={colour(name)} />
                    {group === 'workspace' || name === '' ? (
                      <span className="truncate">{words}</span>
                    ) : (
                      <button
                        type="button"
                        title={t.usage.only(words)}
                        onClick={() => goWithQuery({ [group]: name })}
                        className="min-w-0 truncate text-left font-medium hover:text-accent coarse:py-1.5"
                      >
                        {words}
                      </button>
                    )}
                  </span>
                </th>
                <td className="hidden min-w-40 px-3 lg:table-cell">
                  <Share share={share} colour={colour(name)} />
                </td>
                <td className={WIDE}>{formats.number(sums.requests)}</td>
                <td className={WIDE}>{formats.compact(inputOf(sums))}</td>
                <td className={WIDE}>{formats.compact(outputOf(sums))}</td>
                <td className={`${CELL} pr-4 font-medium`}>{formats.money(sums.cost_nano)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="border-t border-line bg-canvas/60 font-medium">
            <th scope="row" className="px-4 py-2.5 font-medium">
              {t.charts.total}
            </th>
            <td className="hidden lg:table-cell" />
            <td className={WIDE}>{formats.number(total.requests)}</td>
            <td className={WIDE}>{formats.compact(inputOf(total))}</td>
            <td className={WIDE}>{formats.compact(outputOf(total))}</td>
            <td className={`${CELL} pr-4`}>{formats.money(total.cost_nano)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Share({ share, colour }: { share: number; colour: string }) {
  const formats = useFormats();
  return (
    <span className="flex items-center gap-2">
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-1.5 flex-1"
      >
        <rect width="100" height="6" rx="3" className="fill-hover" />
        <rect width={Math.max(share * 100, share > 0 ? 1 : 0)} height="6" rx="3" fill={colour} />
      </svg>
      <span className="w-10 text-right text-xs text-muted">{formats.percent(share)}</span>
    </span>
  );
}
