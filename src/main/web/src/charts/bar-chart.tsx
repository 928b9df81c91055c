import {
  Bar,
  CartesianGrid,
  BarChart as Chart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { colourOf, type Chart as Data, type Row } from './series';
import { Tip } from './tip';

export const TICK = { fill: 'var(--muted)', fontSize: 11 } as const;

export interface BarChartProps {
  data: Data;
  /** Says what the picture shows. */
  label: string;
  nameOf: (name: string | null) => string;
  whenOf: (at: string) => string;
  /** Longer, for the reader who asks. */
  momentOf: (at: string) => string;
  format: (value: number) => string;
  short: (value: number) => string;
}

/** Stacked bars over time. The table behind it is for those who cannot see it. */
export default function BarChart(props: BarChartProps) {
  const { data, label, nameOf, whenOf, momentOf, format, short } = props;
  const last = data.names.length - 1;
  return (
    <div role="img" aria-label={label} className="h-64 w-full tabular-nums sm:h-72">
      <ResponsiveContainer width="100%" height="100%">
        <Chart
          data={data.rows}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          maxBarSize={44}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            tickFormatter={whenOf}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickMargin={6}
            minTickGap={28}
          />
          <YAxis
            tickFormatter={short}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={52}
            tickCount={5}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as Row | undefined;
              if (!active || !row) return null;
              return (
                <Tip
                  title={momentOf(row.at)}
                  lines={data.names
                    .map((name, at) => ({
                      name: nameOf(name),
                      colour: colourOf(data, at),
                      value: row.values[at] ?? 0,
                    }))
                    .filter(({ value }) => value > 0)}
                  format={format}
                />
              );
            }}
          />
          {data.names.map((name, at) => (
            <Bar
              key={name ?? '\u0000'}
              dataKey={(row: Row) => row.values[at]}
              stackId="all"
              fill={colourOf(data, at)}
              radius={at === last ? [3, 3, 0, 0] : 0}
              isAnimationActive={false}
            />
          ))}
        </Chart>
      </ResponsiveContainer>
    </div>
  );
}
