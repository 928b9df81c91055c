import { useQueryClient } from '@tanstack/react-query';
import { type Catalogue, useText } from '../platform/i18n';
import { toast } from '../platform/toasts';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { SubjectKind } from '../wire/types';
import { addLimit, keys } from './api';
import { SubjectFields } from './subject-fields';

const WINDOWS = ['1', '60', '3600', '86400'] as const;
const MOST_TOKENS = 1_000_000_000_000;
const MOST_CALLS = 100_000;

const countWrong = (t: Catalogue, text: string, most: number): string | undefined =>
  text.trim() === '' ||
  (/^\d{1,13}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most)
    ? undefined
    : t.models.wholeNumber(1, most);

export function LimitDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, set, errorOf, problem, busy, wait } = useForm({
    initial: {
      subject: 'key',
      subject_id: '',
      model: '',
      tokens_per_window: '',
      window_seconds: '60',
      concurrent: '',
    },
    check: ({ tokens_per_window: tokens, concurrent }) =>
      wrong({
        tokens_per_window:
          tokens.trim() === '' && concurrent.trim() === ''
            ? t.limits.oneOfBoth
            : countWrong(t, tokens, MOST_TOKENS),
        concurrent: countWrong(t, concurrent, MOST_CALLS),
      }),
    async send(given) {
      const { subject, subject_id: id, model, tokens_per_window: tokens, concurrent } = given;
      await addLimit({
        subject: subject as SubjectKind,
        ...(id !== '' && { subject_id: id }),
        ...(model.trim() !== '' && { model: model.trim() }),
        ...(tokens.trim() !== '' && { tokens_per_window: Number(tokens) }),
        window_seconds: Number(given.window_seconds),
        ...(concurrent.trim() !== '' && { concurrent: Number(concurrent) }),
      });
      await client.invalidateQueries({ queryKey: keys.limits });
      toast(t.limits.added);
      onClose();
    },
  });
  return (
    <Dialog title={t.limits.add} onClose={onClose}>
      <form {...form} className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
        <SubjectFields
          subject={values.subject as SubjectKind}
          id={values.subject_id}
          error={errorOf('subject_id')}
          everybody={{ user: t.subjects.everyUser, key: t.subjects.everyKey }}
          onSubject={(subject) => {
            set('subject', subject);
            set('subject_id', '');
          }}
          onId={(id) => set('subject_id', id)}
        />
        <Field
          {...field('model')}
          label={t.limits.model}
          hint={t.limits.modelHint}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...field('tokens_per_window')}
            label={t.limits.tokens}
            inputMode="numeric"
            placeholder="100000"
            autoComplete="off"
          />
          <Select
            label={t.limits.window}
            value={values.window_seconds}
            error={errorOf('window_seconds')}
            choices={WINDOWS.map((value) => ({ value, label: t.limits.windows[value] ?? value }))}
            onChoose={(value) => set('window_seconds', value)}
          />
        </div>
        <Field
          {...field('concurrent')}
          label={t.limits.concurrent}
          hint={t.limits.concurrentHint}
          inputMode="numeric"
          placeholder="10"
          autoComplete="off"
        />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.limits.add}
        </FormEnd>
      </form>
    </Dialog>
  );
}
