import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { classes } from './classes';

export const inputClass =
  'w-full rounded-lg border border-line-strong bg-surface px-3 h-10 coarse:h-11 text-base text-ink ' +
  'focus:outline-2 focus:outline-accent focus:-outline-offset-1 focus:border-accent ' +
  'aria-invalid:border-danger';

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Stands inside the field, at its end. */
  end?: ReactNode;
};

export function Field({ label, hint, error, end, className, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          {...rest}
          id={id}
          className={classes(inputClass, end !== undefined && 'pr-12')}
          aria-invalid={error !== undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
        />
        {end !== undefined && (
          <span className="absolute inset-y-0 right-1 flex items-center">{end}</span>
        )}
      </div>
      {(error ?? hint) && (
        <p id={`${id}-note`} className={classes('text-sm', error ? 'text-danger' : 'text-muted')}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
