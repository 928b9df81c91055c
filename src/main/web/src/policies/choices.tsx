import { classes } from '../ui/classes';

interface ChoicesProps<V extends string> {
  label: string;
  all: readonly V[];
  names: Record<V, string>;
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  /** What none chosen means. */
  hint?: string | undefined;
}

/** Any of a few. */
export function Choices<V extends string>(props: ChoicesProps<V>) {
  const { label, all, names, chosen, onChange, hint } = props;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {all.map((value) => {
          const on = chosen.includes(value);
          return (
            <label
              key={value}
              className={classes(
                'inline-flex h-9 coarse:h-11 cursor-pointer items-center gap-2 rounded-lg border px-2.5 text-sm transition-colors',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
                on ? 'border-accent bg-accent-soft/50' : 'border-line-strong hover:bg-hover/60',
              )}
            >
              <input
                type="checkbox"
                checked={on}
                onChange={() =>
                  onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])
                }
                className="size-4 shrink-0 accent-accent outline-none"
              />
              {names[value]}
            </label>
          );
        })}
      </div>
      {hint && chosen.length === 0 && <p className="mt-1.5 text-xs text-muted">{hint}</p>}
    </fieldset>
  );
}
