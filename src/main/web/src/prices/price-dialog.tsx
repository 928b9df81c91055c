import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { dollarsOf, nanoOf } from '../platform/money';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { PerMillion, Price } from '../wire/types';
import { addPrice, PRICES } from './api';
import { CLASSES, type TokenClass } from './in-force';

interface PriceDialogProps {
  /** The price that the new one is made like; null for none. */
  like: Price | null;
  known: readonly Price[];
  onClose: () => void;
}

const REQUIRED: readonly TokenClass[] = ['input', 'output'];
const MORE = ['cache_read', 'cache_write', 'reasoning', 'per_request'] as const;
const MOST_NANO = 1_000_000_000_000_000;

const amountWrong = (t: Catalogue, text: string, needed: boolean): string | undefined => {
  if (text.trim() === '') return needed ? t.form.required : undefined;
  const nano = nanoOf(text);
  return nano === null || nano > MOST_NANO ? t.prices.amountBad : undefined;
};

const typed = (nano: number | undefined): string => (nano === undefined ? '' : dollarsOf(nano));

/** The beginning of a day of UTC. */
const dayStart = (day: string): string => `${day}T00:00:00Z`;

export function PriceDialog({ like, known, onClose }: PriceDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [more, setMore] = useState(false);
  const tokens = like?.per_million;
  const { form, field, values, problem, busy, wait } = useForm({
    initial: {
      provider: like?.provider ?? '',
      model: like?.model ?? '',
      input: typed(tokens?.input),
      output: typed(tokens?.output),
      cache_read: typed(tokens?.cache_read),
      cache_write: typed(tokens?.cache_write),
      reasoning: typed(tokens?.reasoning),
      per_request: like && like.per_request > 0 ? dollarsOf(like.per_request) : '',
      from: '',
      to: '',
      source: '',
    },
    check: (given) =>
      wrong({
        provider: filled(t, given.provider),
        model: filled(t, given.model),
        input: amountWrong(t, given.input, true),
        output: amountWrong(t, given.output, true),
        cache_read: amountWrong(t, given.cache_read, false),
        cache_write: amountWrong(t, given.cache_write, false),
        reasoning: amountWrong(t, given.reasoning, false),
        per_request: amountWrong(t, given.per_request, false),
      }),
    async send(given) {
      const made = await addPrice({
        provider: given.provider.trim(),
        model: given.model.trim(),
        per_million: perMillion(given),
        ...(given.per_request.trim() !== '' && { per_request: nanoOf(given.per_request) ?? 0 }),
        ...(given.from !== '' && { from: dayStart(given.from) }),
        ...(given.to !== '' && { to: dayStart(given.to) }),
        ...(given.source.trim() !== '' && { source: given.source.trim() }),
      });
      await client.invalidateQueries({ queryKey: PRICES });
      toast(t.prices.added(made.model));
      onClose();
    },
  });
  const providers = [...new Set(known.map(({ provider }) => provider))].sort();
  const models = [
    ...new Set(known.filter((one) => one.provider === values.provider).map((one) => one.model)),
  ];
  const money = { inputMode: 'decimal', autoComplete: 'off', placeholder: '0.00' } as const;
  return (
    <Dialog title={like ? t.prices.changeOf(like.model) : t.prices.add} onClose={onClose}>
      <form {...form} className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
        <p className="text-sm text-muted text-pretty">{t.prices.addText}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...field('provider')}
            label={t.prices.provider}
            list="price-providers"
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            {...field('model')}
            label={t.prices.model}
            list="price-models"
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Options id="price-providers" values={providers} />
          <Options id="price-models" values={models} />
          {REQUIRED.map((name) => (
            <Field
              key={name}
              {...field(name)}
              {...money}
              label={t.prices.perMillion(t.prices.classes[name])}
            />
          ))}
          {more &&
            MORE.map((name) => (
              <Field
                key={name}
                {...field(name)}
                {...money}
                label={
                  name === 'per_request'
                    ? t.prices.perRequest
                    : t.prices.perMillion(t.prices.classes[name])
                }
                hint={t.prices.absent[name]}
                placeholder=""
              />
            ))}
          <Field {...field('from')} type="date" label={t.prices.from} hint={t.prices.fromHint} />
          {more && (
            <Field {...field('to')} type="date" label={t.prices.to} hint={t.prices.toHint} />
          )}
        </div>
        {more ? (
          <Field
            {...field('source')}
            label={t.prices.source}
            hint={t.prices.sourceHint}
            maxLength={500}
            autoComplete="off"
          />
        ) : (
          <Button small look="quiet" className="-ml-1.5 self-start" onClick={() => setMore(true)}>
            {t.prices.more}
          </Button>
        )}
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.prices.add}
        </FormEnd>
      </form>
    </Dialog>
  );
}

function perMillion(given: Record<TokenClass, string>): PerMillion {
  const made: PerMillion = { input: 0, output: 0 };
  for (const name of CLASSES) {
    const nano = nanoOf(given[name]);
    if (nano !== null) made[name] = nano;
  }
  return made;
}

function Options({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
