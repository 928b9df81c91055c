import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import { type DiffLine, diffLines } from './diff-lines';

const LOOKS = {
  same: 'text-muted',
  added: 'bg-accent-soft text-ink',
  removed: 'bg-danger-soft text-ink',
} as const;

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** Two texts, line by line. */
export function DiffView({ before, after }: { before: string; after: string }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line font-mono text-xs leading-relaxed">
      {diffLines(before, after).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of two versions never change
        <Line key={at} line={line} />
      ))}
    </div>
  );
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  const t = useText();
  return (
    <p className={classes('flex gap-2 px-2.5 py-0.5', LOOKS[kind])}>
      <span aria-hidden="true" className="select-none">
        {SIGNS[kind]}
      </span>
      {kind !== 'same' && <span className="sr-only">{t.assistants[kind]}:</span>}
      <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
    </p>
  );
}
