import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { goWithQuery } from '../platform/router';
import { STATES, totalIn } from '../reader/states';
import { classes } from '../ui/classes';
import { FilterInput } from '../ui/filter-input';
import type { DocumentCounts } from '../wire/types';
import type { Filter } from './api';

export function FilterBar({
  filter,
  counts,
}: {
  filter: Filter;
  counts: DocumentCounts | undefined;
}) {
  const t = useText();
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3">
      <FilterInput
        label={t.documents.filter}
        value={filter.q}
        onChange={(q) => goWithQuery({ q })}
      />
      <div
        role="group"
        aria-label={t.documents.state}
        className="-mx-1 flex max-w-full flex-wrap gap-1"
      >
        <Chip name={t.documents.all} state="" filter={filter} count={counts && totalIn(counts)} />
        {STATES.filter((state) => filter.state === state || (counts?.[state] ?? 0) > 0).map(
          (state) => (
            <Chip
              key={state}
              name={t.documents[state]}
              state={state}
              filter={filter}
              count={counts?.[state]}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface ChipProps {
  name: string;
  state: Filter['state'];
  filter: Filter;
  count: number | undefined;
}

function Chip({ name, state, filter, count }: ChipProps) {
  const formats = useFormats();
  const on = filter.state === state;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => goWithQuery({ state })}
      className={classes(
        'inline-flex h-8 coarse:h-11 items-center gap-1.5 rounded-lg px-2.5 text-sm transition-colors',
        on ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover/70 hover:text-ink',
      )}
    >
      {name}
      {count !== undefined && (
        <span
          className={classes(
            'tabular-nums',
            state === 'failed' && count > 0 ? 'text-danger' : 'text-muted',
          )}
        >
          {formats.number(count)}
        </span>
      )}
    </button>
  );
}
