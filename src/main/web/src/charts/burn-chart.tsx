import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { TICK } from './bar-chart';
import { Tip } from './tip';

export interface BurnPoint {
  at: number;
  left: number | null;
  pace: number | null;
}

export interface BurnChartProps {
  points: BurnPoint[];
  now: number;
  /** All the money, and what is left when each threshold is reached. */
  limit: number;
  lines: number[];
  ticks: number[];
  label: string;
  words: { left: string; pace: string };
  whenOf: (at: number) => string;
  momentOf: (at: number) => string;
  format: (value: number) => string;
  short: (value: number) => string;
}

/** What is left, going down over time. */
export default function BurnChart(props: BurnChartProps) {
  const { points, now, limit, lines, ticks, label, words, whenOf, momentOf, format, short } = props;
  const least = Math.min(0, ...points.map(({ left }) => left ?? 0));
  return (
    <div role="img" aria-label={label} className="h-52 w-full tabular-nums">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={points}
          margin={{ top: 8, right: 6, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={ticks}
            tickFormatter={whenOf}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickMargin={6}
            interval={0}
          />
          <YAxis
            domain={[least, limit]}
            tickFormatter={short}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={52}
            tickCount={5}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as BurnPoint | undefined;
              if (!active || !point) return null;
              const { left, pace } = point;
              return (
                <Tip
                  title={momentOf(point.at)}
                  sum={false}
                  lines={[
                    ...(left === null
                      ? []
                      : [{ name: words.left, colour: 'var(--chart-1)', value: left }]),
                    ...(pace === null
                      ? []
                      : [{ name: words.pace, colour: 'var(--chart-rest)', value: pace }]),
                  ]}
                  format={format}
                />
              );
            }}
          />
          {lines.map((y) => (
            <ReferenceLine key={y} y={y} stroke="var(--warn)" strokeDasharray="2 4" />
          ))}
          <ReferenceLine x={now} stroke="var(--line-strong)" />
          <Line
            dataKey="pace"
            stroke="var(--chart-rest)"
            strokeDasharray="5 4"
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Area
            dataKey="left"
            stroke="var(--chart-1)"
            strokeWidth={2}
            fill="var(--chart-1)"
            fillOpacity={0.12}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
