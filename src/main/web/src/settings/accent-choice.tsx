import { useId } from 'react';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import { wordOf } from './words';

interface AccentChoiceProps {
  settingKey: string;
  labelledBy: string;
  describedBy: string;
  words: readonly string[];
  value: string;
  onChoose: (word: string) => void;
}

/** One of the colours, each shown as it would look. */
export function AccentChoice(props: AccentChoiceProps) {
  const { settingKey, labelledBy, describedBy, words, value, onChoose } = props;
  const t = useText();
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="flex flex-wrap gap-1.5"
    >
      {words.map((word) => (
        <label
          key={word}
          className={classes(
            'relative flex h-9 coarse:h-11 cursor-pointer items-center gap-2 rounded-lg border px-2.5 text-sm',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            word === value ? 'border-accent bg-accent-soft/50' : 'border-line hover:bg-hover/60',
          )}
        >
          <input
            type="radio"
            name={name}
            value={word}
            checked={word === value}
            onChange={() => onChoose(word)}
            className="sr-only"
          />
          <span data-accent={word} aria-hidden="true" className="size-4 rounded-full bg-accent" />
          {wordOf(t, settingKey, word)}
        </label>
      ))}
    </div>
  );
}
