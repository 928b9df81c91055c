import { useText } from '../platform/i18n';
import { Swatch } from './swatch';

interface TipProps {
  title: string;
  lines: { name: string; colour: string; value: number }[];
  format: (value: number) => string;
  /** Whether the lines are parts of one sum. */
  sum?: boolean;
}

/** What stands beside the pointer. */
export function Tip({ title, lines, format, sum = true }: TipProps) {
  const t = useText();
  const total = lines.reduce((all, { value }) => all + value, 0);
  return (
    <div className="min-w-44 max-w-72 rounded-xl border border-line bg-surface px-3 py-2 text-xs shadow-card">
      <p className="font-medium">{title}</p>
      <dl className="mt-1 flex flex-col gap-1">
        {lines.map(({ name, colour, value }) => (
          <div key={name} className="flex items-center gap-2">
            <Swatch colour={colour} />
            <dt className="min-w-0 flex-1 truncate text-muted">{name}</dt>
            <dd className="tabular-nums">{format(value)}</dd>
          </div>
        ))}
        {sum && lines.length !== 1 && (
          <div className="mt-0.5 flex items-center gap-2 border-t border-line pt-1 font-medium">
            <dt className="flex-1">{t.charts.total}</dt>
            <dd className="tabular-nums">{format(total)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
