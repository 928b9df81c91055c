import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { goWithQuery } from '../platform/router';
import { classes } from '../ui/classes';
import type { UsageSums } from '../wire/types';
import { growth, inputOf, measured, outputOf } from './measure';
import { MEASURES, type Measure } from './view';

interface FiguresProps {
  measure: Measure;
  total: UsageSums;
  /** Of the time of the same length before. */
  past: UsageSums | undefined;
}

/** The sums; each is a button that shows it in the chart. */
export function Figures({ measure, total, past }: FiguresProps) {
  const t = useText();
  const formats = useFormats();
  const notes: Partial<Record<Measure, string>> = {
    tokens: t.usage.inOut(formats.compact(inputOf(total)), formats.compact(outputOf(total))),
    failures:
      total.requests === 0 ? '' : t.usage.ofAll(formats.percent(total.failures / total.requests)),
  };
  return (
    <div
      role="group"
      aria-label={t.usage.measure}
      className="mt-5 grid grid-cols-2 gap-2.5 lg:grid-cols-4"
    >
      {MEASURES.map((name) => {
        const value = measured(total, name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === measure}
            onClick={() => goWithQuery({ measure: name === 'cost' ? '' : name })}
            className={classes(
              'flex min-w-0 flex-col rounded-2xl border px-4 py-3 text-left transition-colors',
              name === measure
                ? 'border-accent bg-surface shadow-low'
                : 'border-line bg-transparent hover:border-line-strong hover:bg-surface',
            )}
          >
            <span className="text-sm text-muted">{t.usage.measures[name]}</span>
            <span
              data-figure={name}
              className="mt-0.5 truncate text-xl font-semibold tracking-[-0.02em] tabular-nums sm:text-2xl"
            >
              {name === 'cost' ? formats.money(value) : formats.compact(value)}
            </span>
            <span className="flex min-h-4 flex-wrap gap-x-1.5 text-xs text-muted tabular-nums">
              {notes[name] ?? <Change now={value} then={past && measured(past, name)} />}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function Change({ now, then }: { now: number; then: number | undefined }) {
  const t = useText();
  const formats = useFormats();
  const share = then === undefined ? null : growth(now, then);
  if (share === null) return <span>{then === undefined ? ' ' : t.usage.noneBefore}</span>;
  return <span>{t.usage.thanBefore(formats.change(share))}</span>;
}
