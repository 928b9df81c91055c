import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import type { ExplainedCall } from '../wire/types';

type Attempt = ExplainedCall['attempts'][number];

const MICROS = 1000;

/** One try: whom it went to, how it ended, how long it took and what it cost. */
export function AttemptView({ attempt }: { attempt: Attempt }) {
  const t = useText();
  const formats = useFormats();
  const { outcome, usage, first_token_micros: first } = attempt;
  const good = ['completed', 'hit', 'similar', 'shared'].includes(outcome);
  const facts: [string, string][] = [
    [t.explain.route, attempt.route],
    [t.explain.key, attempt.provider_key],
    [t.explain.first, first == null ? '' : formats.millis(first / MICROS)],
    [t.explain.took, formats.millis(attempt.duration_micros / MICROS)],
    [
      t.usage.measures.tokens,
      t.usage.inOut(
        formats.number(usage.input + usage.cache_read + usage.cache_write),
        formats.number(usage.output + usage.reasoning),
      ) + (usage.estimated ? ` (${t.explain.estimated})` : ''),
    ],
    [t.usage.measures.cost, formats.price(attempt.cost_nano)],
  ];
  return (
    <li className="rounded-xl border border-line bg-canvas px-3.5 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
        <span className="tabular-nums text-muted">{attempt.number}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{attempt.target || attempt.model}</span>
        <Badge tone={good ? 'good' : outcome === 'cancelled' ? 'plain' : 'bad'}>
          {t.explain.outcomes[outcome] ?? outcome}
        </Badge>
      </p>
      <p className="mt-0.5 text-xs text-muted">
        {t.usage.kinds[attempt.kind] ?? attempt.kind} · {formats.dateTime(attempt.started_at)}
      </p>
      <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 text-sm tabular-nums">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="min-w-0">
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}
