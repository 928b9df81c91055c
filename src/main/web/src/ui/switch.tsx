import { classes } from './classes';

interface SwitchProps {
  id: string;
  labelledBy: string;
  describedBy: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** On or off. */
export function Switch({ id, labelledBy, describedBy, on, onChange }: SwitchProps) {
  return (
    <button
      id={id}
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={() => onChange(!on)}
      className="inline-flex h-9 coarse:h-11 coarse:min-w-11 items-center justify-center rounded-lg"
    >
      <span
        className={classes(
          'flex h-6 w-10 items-center rounded-full border p-0.5 transition-colors',
          on ? 'border-accent bg-accent' : 'border-faint bg-surface',
        )}
      >
        <span
          className={classes(
            'size-4.5 rounded-full transition-transform',
            on ? 'translate-x-4 bg-on-accent rtl:-translate-x-4' : 'bg-faint',
          )}
        />
      </span>
    </button>
  );
}
