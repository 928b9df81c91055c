import { lazy, Suspense, useState } from 'react';
import { useText } from '../platform/i18n';
import { Segments } from '../ui/segments';
import type { BarChartProps } from './bar-chart';
import { colourOf } from './series';
import { SeriesTable } from './series-table';
import { Swatch } from './swatch';

// The library that draws is asked for with the first chart and never before.
const BarChart = lazy(() => import('./bar-chart'));

type Props = BarChartProps & {
  title: string;
  /** What the figures are of, such as "UTC". */
  note?: string;
};

/** A chart over time, and the table behind it. */
export function TimeSeries({ title, note, ...chart }: Props) {
  const t = useText();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const { data, nameOf } = chart;
  return (
    <section
      aria-label={title}
      className="rounded-2xl border border-line bg-surface px-4 pb-4 pt-3 shadow-low sm:px-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="font-semibold">
          {title}
          {note && <span className="ml-2 text-xs font-normal text-muted">{note}</span>}
        </h2>
        <Segments
          label={t.charts.form}
          value={form}
          choices={[
            { value: 'chart', label: t.charts.chart },
            { value: 'table', label: t.charts.table },
          ]}
          onChoose={(value) => setForm(value as typeof form)}
        />
      </div>
      <div className="mt-3">
        {form === 'table' ? (
          <SeriesTable {...chart} />
        ) : (
          <>
            <Suspense fallback={<div className="skeleton h-64 sm:h-72" />}>
              <BarChart {...chart} />
            </Suspense>
            <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
              {data.names.map((name, at) => (
                <li key={name ?? '\u0000'} className="flex min-w-0 items-center gap-1.5">
                  <Swatch colour={colourOf(data, at)} />
                  <span className="truncate">{nameOf(name)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
