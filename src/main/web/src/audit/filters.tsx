import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../platform/i18n';
import { goWithQuery } from '../platform/router';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Select } from '../ui/select';
import { type Filter, isEmpty } from './api';
import { useNames, usePeople } from './use-names';

interface FiltersProps {
  filter: Filter;
  onClear: () => void;
}

export function Filters({ filter, onClear }: FiltersProps) {
  const t = useText();
  const id = useId();
  const [shown, setShown] = useState(!isEmpty(filter));
  const nameOf = useNames();
  const people = usePeople().map((one) => `user:${one.id}`);
  const actors = [...new Set([...people, 'anonymous', filter.actor])]
    .filter((actor) => actor !== '')
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const known = Object.entries(t.audit.actions);
  const other = filter.action !== '' && !Object.hasOwn(t.audit.actions, filter.action);
  return (
    <div className="mt-6">
      <Button
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
        className="w-full md:hidden"
      >
        <SlidersHorizontal size={16} aria-hidden="true" />
        {t.audit.filters}
      </Button>
      <div
        id={id}
        role="group"
        aria-label={t.audit.filters}
        className={classes(
          'grid-cols-2 items-end gap-2 max-md:mt-2 md:grid lg:grid-cols-[1fr_1fr_11.5rem_10.5rem]',
          shown ? 'grid' : 'hidden',
        )}
      >
        <Select
          bare
          label={t.audit.actor}
          value={filter.actor}
          onChoose={(actor) => goWithQuery({ actor })}
          choices={[
            { value: '', label: t.audit.actor },
            ...actors.map((value) => ({ value, label: nameOf(value) })),
          ]}
        />
        <Select
          bare
          label={t.audit.action}
          value={filter.action}
          onChoose={(action) => goWithQuery({ action })}
          choices={[
            { value: '', label: t.audit.action },
            ...known.map(([value, label]) => ({ value, label })),
            ...(other ? [{ value: filter.action, label: filter.action }] : []),
          ]}
        />
        <Day name="from" label={t.audit.from} value={filter.from} max={filter.to} />
        <Day name="to" label={t.audit.to} value={filter.to} min={filter.from} />
      </div>
      {!isEmpty(filter) && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          {filter.target !== '' && (
            <p className="min-w-0 text-muted [overflow-wrap:anywhere]">
              {t.audit.target}: <span className="text-ink">{nameOf(filter.target)}</span>
            </p>
          )}
          <Button small look="quiet" className="-ml-2.5" onClick={onClear}>
            {t.audit.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

interface DayProps {
  name: 'from' | 'to';
  label: string;
  value: string;
  min?: string;
  max?: string;
}

function Day({ name, label, value, min, max }: DayProps) {
  return (
    <label className="flex h-9 coarse:h-11 min-w-0 items-center gap-1.5 rounded-lg border border-line bg-surface pl-3 pr-1.5 text-sm focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent">
      <span className="shrink-0 text-muted">{label}</span>
      <input
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => goWithQuery({ [name]: event.target.value })}
        className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
      />
    </label>
  );
}
