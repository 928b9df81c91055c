import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import { ProblemNote } from '../ui/notes';
import type { KeyTried, ModelProvider } from '../wire/types';
import { PanelHead } from './panel-head';
import { type Tried, useTesting } from './use-testing';

interface ProviderTestProps {
  provider: ModelProvider;
  /** Those that routes ask of it. */
  models: readonly string[];
  example: string;
}

/** Asks each model one short question, with each key. */
export function ProviderTest({ provider, models, example }: ProviderTestProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const testing = useTesting(provider.id ?? '');
  const wanted = typed.trim() === '' ? models : [typed.trim()];
  return (
    <section aria-label={t.models.test}>
      <PanelHead title={t.models.test} text={t.models.testText} />
      <form
        className="mt-2 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void testing.run(wanted);
        }}
      >
        <input
          value={typed}
          aria-label={t.models.model}
          placeholder={models.length === 0 ? example : t.models.allModels(models.length)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          className={inputClass}
        />
        <Button
          type="submit"
          look="primary"
          disabled={testing.busy || wanted.length === 0}
          className="h-10"
        >
          {testing.busy ? t.models.testing : t.models.test}
        </Button>
      </form>
      <ul aria-live="polite" className="mt-2 flex flex-col gap-2">
        {testing.tried.map((one) => (
          <Outcome key={one.model} tried={one} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({ tried }: { tried: Tried }) {
  const t = useText();
  return (
    <li className="rounded-xl border border-line bg-canvas px-3.5 py-2.5">
      <p className="flex items-center gap-2 text-sm font-medium">
        <code className="min-w-0 flex-1 truncate font-mono text-xs">{tried.model}</code>
        {tried.results === undefined && !tried.problem && (
          <span className="breathe text-xs font-normal text-muted">{t.models.asking}</span>
        )}
      </p>
      {tried.problem && <ProblemNote className="mt-2" problem={tried.problem} />}
      {tried.results?.map((result) => (
        <Line key={result.key} result={result} />
      ))}
    </li>
  );
}

function Line({ result }: { result: KeyTried }) {
  const t = useText();
  const formats = useFormats();
  const Icon = result.ok ? CircleCheck : CircleX;
  return (
    <div data-ok={result.ok} className="mt-1.5 flex items-start gap-2 text-sm">
      <Icon
        size={16}
        role="img"
        aria-label={result.ok ? t.models.worked : t.models.failed}
        className={`mt-0.5 shrink-0 ${result.ok ? 'text-accent' : 'text-danger'}`}
      />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {result.key !== '' && (
          <>
            <Badge>{result.key}</Badge>{' '}
          </>
        )}
        {result.detail || t.models.emptyAnswer}
      </p>
      <span className="shrink-0 tabular-nums text-muted">{formats.millis(result.ms)}</span>
    </div>
  );
}
