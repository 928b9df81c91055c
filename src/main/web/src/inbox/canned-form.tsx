import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useText } from '../platform/i18n';
import { Field, inputClass } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { CannedReply } from '../wire/types';
import { addCanned, changeCanned, keys } from './api';

const SHORTCUT = /^[\p{L}\p{N}_-]+$/u;

interface CannedFormProps {
  /** Null for a new one. */
  reply: CannedReply | null;
  onDone: () => void;
}

export function CannedForm({ reply, onDone }: CannedFormProps) {
  const t = useText();
  const client = useQueryClient();
  const id = useId();
  const { form, field, values, set, reset, errorOf, problem, busy, wait } = useForm({
    initial: { shortcut: reply?.shortcut ?? '', text: reply?.text ?? '' },
    check: ({ shortcut, text }) =>
      wrong({
        shortcut:
          filled(t, shortcut) ?? (SHORTCUT.test(shortcut) ? undefined : t.inbox.shortcutBad),
        text: filled(t, text),
      }),
    async send({ shortcut, text }) {
      const wish = { shortcut, text: text.trim() };
      await (reply ? changeCanned(reply.id, wish) : addCanned(wish));
      await client.invalidateQueries({ queryKey: keys.canned });
      reset();
      onDone();
    },
  });
  const error = errorOf('text');
  return (
    <form {...form} className="flex flex-col gap-3">
      <Field
        {...field('shortcut')}
        label={t.inbox.shortcut}
        hint={t.inbox.shortcutHint}
        maxLength={40}
        autoComplete="off"
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          {t.inbox.text}
        </label>
        <textarea
          id={id}
          rows={3}
          value={values.text}
          maxLength={4000}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-note` : undefined}
          onChange={(event) => set('text', event.target.value)}
          className={`${inputClass} h-auto! py-2`}
        />
        {error && (
          <p id={`${id}-note`} className="text-sm text-danger">
            {error}
          </p>
        )}
      </div>
      <FormEnd problem={problem} busy={busy} wait={wait} {...(reply && { onCancel: onDone })}>
        {reply ? t.inbox.save : t.inbox.add}
      </FormEnd>
    </form>
  );
}
