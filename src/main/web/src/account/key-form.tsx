import { useId, useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import { Field, inputClass } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { RadioCards } from '../ui/radio-cards';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { ApiKeyRequest, KeyScope, MadeKey } from '../wire/types';
import { createKey } from './api';
import { ScopeChoice } from './scope-choice';

interface KeyFormProps {
  onMade: (answer: MadeKey) => void;
  onCancel: () => void;
}

const ORIGIN = /^https?:\/\/[A-Za-z0-9.[\]:-]+$/;
const EXPIRY_DAYS = ['30', '90', '365', ''] as const;
const linesOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((line) => line.replace(/\/+$/, ''))
    .filter((line) => line !== '');

export function KeyForm({ onMade, onCancel }: KeyFormProps) {
  const t = useText();
  const [scopes, setScopes] = useState<readonly KeyScope[] | null>(null);
  const { form, field, values, set, errorOf, problem, busy, wait } = useForm({
    initial: { name: '', kind: 'secret', scopes: '', origins: '', expires_in_days: '90' },
    check: ({ name, kind, origins }) =>
      wrong({
        name: filled(t, name),
        scopes: kind === 'secret' && scopes?.length === 0 ? t.apiKeys.scopeNone : undefined,
        origins: kind === 'publishable' ? originsWrong(t, linesOf(origins)) : undefined,
      }),
    async send({ name, kind, origins, expires_in_days: days }) {
      const open = kind === 'publishable';
      const body: ApiKeyRequest = {
        name: name.trim(),
        kind: open ? 'publishable' : 'secret',
        ...(!open && scopes !== null && { scopes: [...scopes] }),
        ...(open && { origins: linesOf(origins) }),
        ...(days !== '' && { expires_in_days: Number(days) }),
      };
      onMade(await createKey(body));
    },
  });
  const expiryName = (days: string) =>
    days === ''
      ? t.apiKeys.never
      : days === '365'
        ? t.apiKeys.inAYear
        : t.apiKeys.expiresIn(Number(days));
  return (
    <form {...form} className="relative flex flex-col gap-5 overflow-y-auto px-5 pb-5">
      <Field
        {...field('name')}
        label={t.apiKeys.name}
        hint={t.apiKeys.nameHint}
        maxLength={100}
        autoComplete="off"
        autoFocus
      />
      <RadioCards
        label={t.apiKeys.kind}
        value={values.kind}
        onChoose={(kind) => set('kind', kind)}
        choices={[
          { value: 'secret', label: t.apiKeys.secret, text: t.apiKeys.secretText },
          { value: 'publishable', label: t.apiKeys.publishable, text: t.apiKeys.publishableText },
        ]}
      />
      {values.kind === 'secret' ? (
        <ScopeChoice
          scopes={scopes}
          error={errorOf('scopes')}
          onChange={(next) => {
            setScopes(next);
            set('scopes', '');
          }}
        />
      ) : (
        <Origins
          value={values.origins}
          error={errorOf('origins')}
          onChange={(text) => set('origins', text)}
        />
      )}
      <Select
        label={t.apiKeys.expires}
        value={values.expires_in_days}
        error={errorOf('expires_in_days')}
        choices={EXPIRY_DAYS.map((days) => ({ value: days, label: expiryName(days) }))}
        onChoose={(days) => set('expires_in_days', days)}
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onCancel}>
        {t.apiKeys.create}
      </FormEnd>
    </form>
  );
}

function originsWrong(t: Catalogue, lines: string[]): string | undefined {
  if (lines.length === 0) return t.apiKeys.originsNone;
  const bad = lines.find((line) => !ORIGIN.test(line));
  return bad === undefined ? undefined : t.apiKeys.originBad(bad);
}

interface OriginsProps {
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

function Origins({ value, error, onChange }: OriginsProps) {
  const t = useText();
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {t.apiKeys.origins}
      </label>
      <textarea
        id={id}
        rows={3}
        value={value}
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        className={classes(inputClass, 'h-auto! py-2 font-mono text-sm!')}
      />
      <p id={`${id}-note`} className={classes('text-sm', error ? 'text-danger' : 'text-muted')}>
        {error ?? t.apiKeys.originsHint}
      </p>
    </div>
  );
}
