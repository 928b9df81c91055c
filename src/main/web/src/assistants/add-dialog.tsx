import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { go } from '../platform/router';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import { addAssistant, keys } from './api';
import { EMPTY } from './draft';
import { slugOf } from './slug';

const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, set, problem, busy, wait } = useForm({
    initial: { name: '', slug: '' },
    check: (given) =>
      wrong({
        name: filled(t, given.name),
        slug: SLUG.test(given.slug.trim()) ? undefined : t.assistants.slugBad,
      }),
    async send(given) {
      const made = await addAssistant({
        name: given.name.trim(),
        slug: given.slug.trim(),
        definition: EMPTY,
      });
      client.setQueryData(keys.one(made.assistant.id), made);
      void client.invalidateQueries({ queryKey: keys.all, exact: true });
      go(`/admin/assistants/${made.assistant.id}`);
    },
    fieldOf: (found) => ({ ...(found.code === 'name_taken' && { slug: t.assistants.slugTaken }) }),
  });
  const follows = values.slug === slugOf(values.name);
  return (
    <Dialog title={t.assistants.addTitle} onClose={onClose}>
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <Field
          {...field('name')}
          label={t.assistants.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => {
            set('name', event.target.value);
            if (follows) set('slug', slugOf(event.target.value));
          }}
        />
        <Field
          {...field('slug')}
          label={t.assistants.slug}
          hint={t.assistants.slugHint}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.assistants.create}
        </FormEnd>
      </form>
    </Dialog>
  );
}
