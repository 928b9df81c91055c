import { ChevronDown } from 'lucide-react';
import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { classes } from './classes';

export interface Choice {
  value: string;
  label: string;
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
};

export function Select(props: SelectProps) {
  const { label, bare = false, hint, error, choices, onChoose, className, ...rest } = props;
  const id = useId();
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      {!bare && (
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
      )}
      <div className="relative">
        <select
          {...rest}
          id={id}
          aria-label={bare ? label : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          onChange={(event) => onChoose(event.target.value)}
          className={classes(
            'w-full appearance-none rounded-lg border bg-surface pl-3 pr-8 text-ink',
            'focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent',
            'disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger coarse:h-11',
            bare ? 'h-9 border-line text-sm' : 'h-10 border-line-strong text-base',
          )}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} className="bg-surface text-ink">
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          aria-hidden="true"
          className="pointer-events-none absolute right-2.5 top-1/2 -translate-y-1/2 text-faint"
        />
      </div>
      {(error ?? hint) && (
        <p id={`${id}-note`} className={classes('text-sm', error ? 'text-danger' : 'text-muted')}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
