import { classes } from './classes';

interface SegmentsProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
  className?: string;
}

/** One of a few short choices, side by side. */
export function Segments({ label, value, choices, onChoose, className }: SegmentsProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className={classes('inline-flex gap-0.5 rounded-lg bg-hover/70 p-0.5', className)}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
          className={classes(
            'h-8 coarse:h-11 min-w-9 whitespace-nowrap rounded-md px-2.5 text-sm transition-colors',
            choice.value === value
              ? 'bg-surface font-medium text-ink shadow-low'
              : 'text-muted hover:text-ink',
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
