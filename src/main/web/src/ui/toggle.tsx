import type { ReactNode } from 'react';
import { classes } from './classes';

interface ToggleProps {
  on: boolean;
  onToggle: (on: boolean) => void;
  children: ReactNode;
}

/** A filter that is on or off. */
export function Toggle({ on, onToggle, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onToggle(!on)}
      className={classes(
        'inline-flex h-8 coarse:h-11 items-center rounded-lg px-2.5 text-sm transition-colors',
        on
          ? 'bg-accent-soft font-medium text-accent'
          : 'text-muted hover:bg-hover/70 hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}
