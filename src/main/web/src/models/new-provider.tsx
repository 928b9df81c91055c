import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { ModelProvider } from '../wire/types';
import { addProvider, BOOK } from './api';
import { KINDS, type Kind } from './kinds';
import { providerField } from './provider-field';

interface NewProviderProps {
  onAdded: (provider: ModelProvider) => void;
  onClose: () => void;
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/;

export function NewProvider({ onAdded, onClose }: NewProviderProps) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, set, problem, busy, wait } = useForm({
    initial: { kind: 'openai', name: '', base_url: '', key: '' },
    check: ({ name }) =>
      wrong({ name: filled(t, name) ?? (NAME.test(name) ? undefined : t.models.nameBad) }),
    async send({ kind, name, base_url: address, key }) {
      const added = await addProvider({
        name,
        kind: kind as Kind,
        ...(address.trim() !== '' && { base_url: address.trim() }),
        ...(key.trim() !== '' && { keys: [{ label: t.models.firstLabel, key: key.trim() }] }),
      });
      await client.invalidateQueries({ queryKey: BOOK });
      onAdded(added);
    },
    fieldOf: ({ code }) => providerField(t, code),
  });
  return (
    <Dialog title={t.models.add} onClose={onClose}>
      <form {...form} className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
        <Select
          label={t.models.kind}
          value={values.kind}
          hint={values.kind === 'openai' ? t.models.kindHint : undefined}
          choices={Object.entries(KINDS).map(([value, { name }]) => ({ value, label: name }))}
          onChoose={(kind) => set('kind', kind)}
        />
        <Field
          {...field('name')}
          label={t.models.name}
          hint={t.models.nameHint}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          {...field('base_url')}
          label={t.models.address}
          hint={t.models.addressHint}
          placeholder={KINDS[values.kind as Kind].usual}
          type="url"
          inputMode="url"
          maxLength={500}
          autoComplete="off"
        />
        <Field
          {...field('key')}
          label={t.models.key}
          hint={t.models.keyHint}
          type="password"
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
        />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.models.add}
        </FormEnd>
      </form>
    </Dialog>
  );
}
