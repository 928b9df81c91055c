import { type TextareaHTMLAttributes, useId } from 'react';
import { classes } from './classes';
import { inputClass } from './field';

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** What is typed is code. */
  mono?: boolean;
};

export function TextArea({ label, hint, error, mono = false, className, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        className={classes(inputClass, 'h-auto! py-2', mono && 'font-mono text-sm!')}
      />
      {(error ?? hint) && (
        <p id={`${id}-note`} className={classes('text-sm', error ? 'text-danger' : 'text-muted')}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
