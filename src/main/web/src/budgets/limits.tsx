import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Gauge, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { useStore } from '../platform/store';
import { toast } from '../platform/toasts';
import { deleteWithUndo, hiddenStore } from '../platform/undo';
import { Button, IconButton } from '../ui/button';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import type { UsageLimit } from '../wire/types';
import { deleteLimit, keys, listLimits } from './api';
import { LimitDialog } from './limit-dialog';
import { useWhom } from './use-whom';

/** How much may be used at a time, whatever it costs. */
export function Limits() {
  const t = useText();
  const hidden = useStore(hiddenStore);
  const [adding, setAdding] = useState(false);
  const limits = useQuery({ queryKey: keys.limits, queryFn: ({ signal }) => listLimits(signal) });
  const shown = limits.data?.filter(({ id }) => !hidden.has(id)) ?? [];
  return (
    <Section
      title={t.limits.title}
      text={t.limits.lead}
      action={
        <Button onClick={() => setAdding(true)}>
          <Plus size={16} aria-hidden="true" />
          {t.limits.add}
        </Button>
      }
    >
      {limits.isPending && <Skeleton lines={3} className="p-5" />}
      {limits.isError && (
        <ProblemNote
          className="m-3"
          problem={problemIn(limits.error)}
          retry={() => void limits.refetch()}
        />
      )}
      {limits.data && shown.length === 0 && (
        <p className="flex items-center gap-3 px-5 py-5 text-sm text-muted">
          <Gauge size={18} aria-hidden="true" />
          {t.limits.empty}
        </p>
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line">
          {shown.map((limit) => (
            <LimitRow key={limit.id} limit={limit} />
          ))}
        </ul>
      )}
      {adding && <LimitDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function LimitRow({ limit }: { limit: UsageLimit }) {
  const t = useText();
  const formats = useFormats();
  const whom = useWhom();
  const client = useQueryClient();
  const { tokens_per_window: tokens, window_seconds: seconds, concurrent } = limit;
  const name = whom(limit.subject, limit.subject_id);
  const facts = [
    ...(tokens === undefined
      ? []
      : [t.limits.tokensPer(formats.number(tokens), windowName(seconds))]),
    ...(concurrent === undefined ? [] : [t.limits.atOnce(concurrent)]),
  ];
  const remove = () =>
    deleteWithUndo({
      ids: [limit.id],
      text: t.limits.removed,
      async commit() {
        await deleteLimit(limit.id);
        await client.invalidateQueries({ queryKey: keys.limits });
      },
      failed: (error) => toast(problemText(t, problemIn(error))),
    });
  return (
    <li className="flex items-center gap-4 py-2.5 pl-5 pr-3">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="truncate text-xs text-muted">
          {limit.model === '' ? t.limits.allModels : limit.model}
        </p>
      </div>
      <p className="text-right text-sm tabular-nums">
        {facts.map((fact) => (
          <span key={fact} className="block">
            {fact}
          </span>
        ))}
      </p>
      <IconButton label={t.limits.removeOf(name)} onClick={remove}>
        <X size={16} />
      </IconButton>
    </li>
  );

  function windowName(n: number): string {
    return t.limits.windows[String(n)] ?? formats.seconds(n);
  }
}
