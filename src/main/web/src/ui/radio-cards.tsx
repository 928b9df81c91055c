import { useId } from 'react';
import { classes } from './classes';

interface RadioCardsProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string; text?: string }[];
  onChoose: (value: string) => void;
}

/** One of a few, each with a word of what it means. */
export function RadioCards({ label, value, choices, onChoose }: RadioCardsProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'flex min-h-10 coarse:min-h-11 cursor-pointer items-start gap-2.5 rounded-lg border px-3 py-2.5 transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              choice.value === value
                ? 'border-accent bg-accent-soft/50'
                : 'border-line-strong hover:bg-hover/60',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{choice.label}</span>
              {choice.text && <span className="block text-xs text-muted">{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
