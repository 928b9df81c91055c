import { useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { useStore } from '../platform/store';
import { toast } from '../platform/toasts';
import { hiddenStore } from '../platform/undo';
import { Badge } from '../ui/badge';
import { Button, IconButton } from '../ui/button';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { ModelProvider } from '../wire/types';
import { BOOK, changeProvider } from './api';
import type { Doing } from './health';
import { PanelHead } from './panel-head';
import { keyPlace, useRemoving } from './use-removing';

interface ProviderKeysProps {
  provider: ModelProvider;
  paused: Doing['paused'];
}

/** The keys of a provider, by their last letters; a text goes in and never comes out. */
export function ProviderKeys({ provider, paused }: ProviderKeysProps) {
  const t = useText();
  const formats = useFormats();
  const hidden = useStore(hiddenStore);
  const removing = useRemoving();
  const [adding, setAdding] = useState(false);
  const keys = provider.keys.filter(({ id }) => !hidden.has(keyPlace(id)));
  return (
    <section aria-label={t.models.keys}>
      <PanelHead title={t.models.keys} text={t.models.keysText} />
      {keys.length > 0 && (
        <ul className="mt-2 divide-y divide-line rounded-xl border border-line">
          {keys.map((key) => (
            <li
              key={key.id}
              className="flex min-h-11 items-center gap-3 py-1 pl-3.5 pr-1.5 text-sm"
            >
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                <span className="truncate">{key.label}</span>
                <Paused state={paused.get(key.label)} />
              </span>
              <code className="font-mono text-xs text-muted">••••{key.hint}</code>
              <span className="whitespace-nowrap text-xs text-muted">
                {formats.when(key.created_at)}
              </span>
              <IconButton
                label={t.models.removeKey(key.label)}
                onClick={() => removing.key(provider, key)}
              >
                <X size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <KeyForm provider={provider} onDone={() => setAdding(false)} />
      ) : (
        <Button small className="mt-2" onClick={() => setAdding(true)}>
          <Plus size={15} aria-hidden="true" />
          {t.models.addKey}
        </Button>
      )}
    </section>
  );
}

function Paused({ state }: { state: 'open' | 'half_open' | undefined }) {
  const t = useText();
  return state && <Badge tone="warn">{t.models.keyState[state]}</Badge>;
}

function KeyForm({ provider, onDone }: { provider: ModelProvider; onDone: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, problem, busy, wait } = useForm({
    initial: { label: '', key: '' },
    check: ({ label, key }) => wrong({ label: filled(t, label), key: filled(t, key) }),
    async send({ label, key }) {
      await changeProvider(provider.id ?? '', { key: { label: label.trim(), key: key.trim() } });
      await client.invalidateQueries({ queryKey: BOOK });
      toast(t.models.keyAdded);
      onDone();
    },
  });
  return (
    <form {...form} className="mt-3 flex flex-col gap-3 rounded-xl border border-line p-3.5">
      <Field
        {...field('label')}
        label={t.models.keyLabel}
        maxLength={40}
        autoComplete="off"
        autoFocus
      />
      <Field
        {...field('key')}
        label={t.models.key}
        type="password"
        maxLength={500}
        autoComplete="off"
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onDone}>
        {t.models.addKey}
      </FormEnd>
    </form>
  );
}
