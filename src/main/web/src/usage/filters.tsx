import { X } from 'lucide-react';
import { useText } from '../platform/i18n';
import { goWithQuery } from '../platform/router';
import { Segments } from '../ui/segments';
import { Select } from '../ui/select';
import { useGroupName } from './use-group-name';
import { daysOf, GROUPS, ONLY, RANGES, type Span, type View } from './view';

/** How long, by what, and of what; all of it stands in the address. */
export function Filters({ view, span }: { view: View; span: Span }) {
  const t = useText();
  const [from, to] = daysOf(span);
  return (
    <div role="group" aria-label={t.usage.filters} className="mt-6 flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
        <Segments
          label={t.usage.range}
          value={view.range}
          choices={RANGES.map((value) => ({ value, label: t.usage.ranges[value] }))}
          onChoose={(range) =>
            goWithQuery({ range: range === '30d' ? '' : range, from: '', to: '' })
          }
          className="max-sm:w-full max-sm:justify-between"
        />
        <div className="flex items-center gap-1.5 max-sm:w-full">
          <Day
            label={t.usage.from}
            value={from}
            max={to}
            onChoose={(day) => goWithQuery({ from: day, to, range: '' })}
          />
          <span aria-hidden="true" className="text-muted">
            –
          </span>
          <Day
            label={t.usage.to}
            value={to}
            min={from}
            onChoose={(day) => goWithQuery({ from, to: day, range: '' })}
          />
        </div>
        <Select
          bare
          label={t.usage.by}
          value={view.group}
          choices={GROUPS.map((value) => ({
            value,
            label: t.usage.byGroup(t.usage.groups[value]),
          }))}
          onChoose={(by) => goWithQuery({ by: by === 'model' ? '' : by })}
          className="max-sm:w-full sm:w-44"
        />
      </div>
      <Only view={view} />
    </div>
  );
}

function Only({ view }: { view: View }) {
  const t = useText();
  const nameOf = useGroupName();
  const set = ONLY.flatMap((name) => {
    const value = view.only[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (set.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {set.map(({ name, value }) => (
        <li key={name}>
          <button
            type="button"
            aria-label={t.usage.notOnly(t.usage.groups[name], nameOf(name, value))}
            onClick={() => goWithQuery({ [name]: '' })}
            className="inline-flex h-8 coarse:h-11 max-w-full items-center gap-1.5 rounded-lg bg-accent-soft px-2.5 text-sm text-accent hover:bg-hover"
          >
            <span className="truncate">
              {t.usage.groups[name]}: <span className="font-medium">{nameOf(name, value)}</span>
            </span>
            <X size={14} aria-hidden="true" className="shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChoose: (day: string) => void;
}

function Day({ label, value, min, max, onChoose }: DayProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value}
      min={min}
      max={max}
      onChange={(event) => {
        if (event.target.value !== '') onChoose(event.target.value);
      }}
      className="h-9 coarse:h-11 min-w-0 rounded-lg border border-line bg-surface px-2.5 text-sm tabular-nums max-sm:flex-1"
    />
  );
}
