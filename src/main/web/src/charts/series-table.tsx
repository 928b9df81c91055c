import { useText } from '../platform/i18n';
import type { BarChartProps } from './bar-chart';
import { totalOf } from './series';

/** The figures of a chart, the newest first. */
export function SeriesTable({ data, label, nameOf, momentOf, format }: BarChartProps) {
  const t = useText();
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="relative max-h-96 overflow-auto rounded-lg border border-line"
    >
      <table className="w-full text-left text-sm tabular-nums">
        <thead className="sticky top-0 bg-surface text-xs text-muted shadow-[0_1px_0_var(--line)]">
          <tr className="h-9">
            <th scope="col" className="whitespace-nowrap px-3 font-medium">
              {t.charts.when}
            </th>
            {data.names.map((name) => (
              <th
                key={name ?? '\u0000'}
                scope="col"
                className="max-w-44 truncate px-3 text-right font-medium"
              >
                {nameOf(name)}
              </th>
            ))}
            <th scope="col" className="px-3 text-right font-medium">
              {t.charts.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...data.rows].reverse().map((row) => (
            <tr key={row.at} className="h-9 border-t border-line first:border-t-0">
              <th scope="row" className="whitespace-nowrap px-3 font-normal text-muted">
                {momentOf(row.at)}
              </th>
              {row.values.map((value, at) => (
                <td
                  key={data.names[at] ?? '\u0000'}
                  className={value === 0 ? 'px-3 text-right text-faint' : 'px-3 text-right'}
                >
                  {value === 0 ? '–' : format(value)}
                </td>
              ))}
              <td className="px-3 text-right font-medium">{format(totalOf(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
