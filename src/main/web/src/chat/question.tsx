import { memo } from 'react';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';

interface QuestionProps {
  text: string;
  /** Shown before the server has stored it. */
  sending?: boolean;
}

export const Question = memo(function Question({ text, sending = false }: QuestionProps) {
  const t = useText();
  return (
    <article aria-label={t.chat.you} className="flex justify-end">
      <p
        className={classes(
          'max-w-[88%] whitespace-pre-wrap rounded-2xl rounded-br-md bg-hover px-4 py-2.5 leading-relaxed [overflow-wrap:anywhere] sm:max-w-[80%]',
          sending && 'opacity-70',
        )}
      >
        {text}
      </p>
    </article>
  );
});
