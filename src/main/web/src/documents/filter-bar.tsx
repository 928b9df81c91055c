import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { goWithQuery } from '../platform/router';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import type { DocumentCounts } from '../wire/types';
import type { Filter } from './api';
import { STATES, totalIn } from './states';

const TYPING_MS = 200;

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
      <NameFilter q={filter.q} />
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

function NameFilter({ q }: { q: string }) {
  const t = useText();
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  useEffect(() => {
    // The address changed by other means than typing here.
    if (q !== sent.current) {
      sent.current = q;
      setTyped(q);
    }
  }, [q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      goWithQuery({ q: typed });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search className="relative w-full sm:w-64">
      <Search
        size={15}
        className="pointer-events-none absolute left-3 top-1/2 -translate-y-1/2 text-faint"
        aria-hidden="true"
      />
      <input
        type="text"
        value={typed}
        aria-label={t.documents.filter}
        placeholder={t.documents.filter}
        onChange={(event) => setTyped(event.target.value)}
        className="h-9 coarse:h-11 w-full rounded-lg border border-line bg-surface pl-8.5 pr-9 text-sm focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
      />
      {typed !== '' && (
        <IconButton
          label={t.common.clear}
          className="absolute right-0.5 top-1/2 -translate-y-1/2"
          onClick={() => setTyped('')}
        >
          <X size={15} />
        </IconButton>
      )}
    </search>
  );
}
