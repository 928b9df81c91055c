import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { toast } from '../platform/toasts';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { ModelProvider } from '../wire/types';
import { BOOK, changeProvider } from './api';
import { KINDS, type Kind } from './kinds';
import { PanelHead } from './panel-head';
import { providerField } from './provider-field';

/** Its name and where it is. */
export function ProviderForm({ provider }: { provider: ModelProvider }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, problem, busy, wait } = useForm({
    initial: { name: provider.name, base_url: provider.base_url },
    check: ({ name }) => wrong({ name: filled(t, name) }),
    async send({ name, base_url: address }) {
      await changeProvider(provider.id ?? '', { name, base_url: address.trim() });
      await client.invalidateQueries({ queryKey: BOOK });
      toast(t.models.saved(name));
    },
    fieldOf: ({ code }) => providerField(t, code),
  });
  const dirty = values.name !== provider.name || values.base_url !== provider.base_url;
  return (
    <form {...form} aria-label={t.models.settings} className="flex flex-col gap-3">
      <PanelHead title={t.models.settings} />
      <Field
        {...field('name')}
        label={t.models.name}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        {...field('base_url')}
        label={t.models.address}
        hint={t.models.addressHint}
        placeholder={KINDS[provider.kind as Kind]?.usual}
        type="url"
        inputMode="url"
        maxLength={500}
        autoComplete="off"
      />
      <FormEnd problem={problem} busy={busy} wait={wait} disabled={!dirty}>
        {t.common.save}
      </FormEnd>
    </form>
  );
}
