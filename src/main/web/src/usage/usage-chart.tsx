import { useMemo } from 'react';
import { bucketsOf, chartOf } from '../charts/series';
import { TimeSeries } from '../charts/time-series';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { UsageSeries } from '../wire/types';
import { measured } from './measure';
import { useGroupName } from './use-group-name';
import type { Span, View } from './view';

interface UsageChartProps {
  view: View;
  span: Span;
  series: UsageSeries;
}

export function UsageChart({ view, span, series }: UsageChartProps) {
  const t = useText();
  const formats = useFormats();
  const nameOf = useGroupName();
  const { measure } = view;
  const { from, to, bucket } = span;
  const data = useMemo(() => {
    const points = series.points.map(({ at, name, sums }) => ({
      at,
      name,
      value: measured(sums, measure),
    }));
    return chartOf(points, bucketsOf(from, to, bucket));
  }, [series, measure, from, to, bucket]);
  const hourly = bucket === 'hour';
  const title = t.usage.over(t.usage.measures[measure], hourly);
  return (
    <div className="mt-3">
      <TimeSeries
        title={title}
        note="UTC"
        label={t.charts.label(title, formats.utcDate(from), formats.utcDate(dayBefore(to)))}
        data={data}
        nameOf={(name) => (name === null ? t.charts.others : nameOf(series.group_by, name))}
        whenOf={hourly ? formats.utcTime : formats.utcDay}
        momentOf={(at) =>
          hourly ? `${formats.utcDay(at)}, ${formats.utcTime(at)}` : formats.utcDate(at)
        }
        format={measure === 'cost' ? formats.money : formats.number}
        short={measure === 'cost' ? formats.shortMoney : formats.compact}
      />
    </div>
  );
}

const dayBefore = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
