import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { CheckLine } from '../ui/check-line';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { ModelProvider, ModelRoute } from '../wire/types';
import { BOOK, putRoute, removeRoute } from './api';
import { type Draft, draftOf, newTarget, requestOf, targetsOf } from './draft';
import { TierList } from './tier-list';

interface RouteEditorProps {
  /** Null for a new one. */
  route: ModelRoute | null;
  taken: readonly string[];
  providers: readonly ModelProvider[];
  onClose: () => void;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const MOST_TOKENS = 1_000_000;
const MOST_SECONDS = 2_592_000;

const whole = (t: Catalogue, text: string, least: number, most: number) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
    ? undefined
    : t.models.wholeNumber(least, most);

const isWhole = (draft: Draft): boolean =>
  targetsOf(draft).every(({ provider_id: id, model }) => id !== '' && model !== '');

export function RouteEditor({ route, taken, providers, onClose }: RouteEditorProps) {
  const t = useText();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => startOf(route, providers));
  const [standard, setStandard] = useState(route?.standard ?? false);
  const [embeddings, setEmbeddings] = useState(route?.embeddings ?? false);
  const [resume, setResume] = useState(route?.resume ?? false);
  const renew = () => client.invalidateQueries({ queryKey: BOOK });
  const takeBack = (name: string) => {
    const back = route?.stored ? putRoute(name, requestOf(route)) : removeRoute(name);
    back.then(renew, (error: unknown) => toast(problemText(t, problemIn(error))));
  };
  const { form, field, errorOf, problem, busy, wait } = useForm({
    initial: {
      name: route?.name ?? '',
      max_tokens: String(route?.max_tokens ?? 4096),
      cache_seconds: String(route?.cache_seconds ?? 0),
      targets: '',
    },
    check: ({ name, max_tokens: most, cache_seconds: cache }) =>
      wrong({
        name: filled(t, name) ?? nameWrong(t, name, route === null ? taken : []),
        max_tokens: whole(t, most, 1, MOST_TOKENS),
        cache_seconds: whole(t, cache, 0, MOST_SECONDS),
        targets: isWhole(draft) ? undefined : t.models.targetsBad,
      }),
    async send({ name, max_tokens: most, cache_seconds: cache }) {
      await putRoute(name, {
        standard,
        embeddings,
        max_tokens: Number(most),
        cache_seconds: Number(cache),
        resume,
        targets: targetsOf(draft),
      });
      await renew();
      toast(t.models.saved(name), { undo: () => takeBack(name) });
      onClose();
    },
  });
  const targetsError = errorOf('targets');
  return (
    <Dialog
      title={route === null ? t.models.addRoute : t.models.editRoute(route.name)}
      at="right"
      onClose={onClose}
    >
      <form
        {...form}
        className="relative flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-5 pb-6"
      >
        {route === null && (
          <Field
            {...field('name')}
            label={t.models.routeName}
            hint={t.models.routeNameHint}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <TierList draft={draft} providers={providers} onChange={setDraft} />
        {targetsError && (
          <p role="alert" className="-mt-2 text-sm text-danger">
            {targetsError}
          </p>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...field('max_tokens')}
            label={t.models.maxTokens}
            hint={t.models.maxTokensHint}
            inputMode="numeric"
            autoComplete="off"
          />
          <Field
            {...field('cache_seconds')}
            label={t.models.cacheSeconds}
            hint={t.models.cacheHint}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <CheckLine
            label={t.models.standard}
            hint={t.models.standardHint}
            checked={standard}
            onChange={setStandard}
          />
          <CheckLine
            label={t.models.resume}
            hint={t.models.resumeHint}
            checked={resume}
            onChange={setResume}
          />
          <CheckLine
            label={t.models.embeddings}
            hint={t.models.embeddingsHint}
            checked={embeddings}
            onChange={setEmbeddings}
          />
        </div>
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.common.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}

function nameWrong(t: Catalogue, name: string, taken: readonly string[]): string | undefined {
  if (!NAME.test(name)) return t.models.routeNameBad;
  return taken.includes(name) ? t.models.nameTaken : undefined;
}

/** A route of the configuration goes where no stored provider is; then the first one stands there. */
function startOf(route: ModelRoute | null, providers: readonly ModelProvider[]): Draft {
  const [first] = providers;
  const fresh: Draft = { tiers: [[newTarget(first?.id ?? '')]], long: null };
  if (route === null || !route.stored) return fresh;
  return draftOf(route);
}
