import { lazy, Suspense } from 'react';
import type { BurnChartProps } from './burn-chart';
import { Swatch } from './swatch';

const BurnChart = lazy(() => import('./burn-chart'));

/** The chart of a budget, and what its colours mean. */
export function BurnDown(props: BurnChartProps) {
  const { words, points } = props;
  return (
    <div>
      <Suspense fallback={<div className="skeleton h-52" />}>
        <BurnChart {...props} />
      </Suspense>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        <li className="flex items-center gap-1.5">
          <Swatch colour="var(--chart-1)" />
          {words.left}
        </li>
        {points.some(({ pace }) => pace !== null) && (
          <li className="flex items-center gap-1.5">
            <Swatch colour="var(--chart-rest)" />
            {words.pace}
          </li>
        )}
      </ul>
    </div>
  );
}
