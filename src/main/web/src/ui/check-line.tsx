import { type ReactNode, useId } from 'react';

interface CheckLineProps {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A choice of yes or no, with a word of what it means. */
export function CheckLine({ label, hint, checked, onChange }: CheckLineProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 py-1 coarse:min-h-11">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-note`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
