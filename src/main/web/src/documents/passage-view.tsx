import { useMemo } from 'react';
import { CodePoints } from '../platform/code-points';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Link } from '../platform/router';
import { segments } from '../reader/segments';
import type { Passage } from '../wire/types';

/** A passage as the search gave it, the query's words marked. */
export function PassageView({ passage }: { passage: Passage }) {
  const t = useText();
  const formats = useFormats();
  const parts = useMemo(() => {
    const points = new CodePoints(passage.text);
    return segments(points, { start: 0, end: points.length }, passage.highlights);
  }, [passage]);
  const place = [
    ...passage.heading_path,
    ...(passage.page === undefined ? [] : [t.source.page(passage.page)]),
  ];
  const { document_id: id, version, start, end } = passage;
  return (
    <li className="rounded-xl border border-line bg-surface px-5 py-4">
      <div className="flex items-baseline justify-between gap-4">
        <Link
          to={`/documents/${id}?version=${version}&start=${start}&end=${end}`}
          className="min-w-0 truncate font-medium hover:text-accent hover:underline underline-offset-3"
        >
          {passage.title}
        </Link>
        <span className="shrink-0 text-xs tabular-nums text-muted" title={t.search.score}>
          {formats.number(passage.score)}
        </span>
      </div>
      {place.length > 0 && <p className="truncate text-xs text-muted">{place.join(' › ')}</p>}
      <p className="mt-2 whitespace-pre-line text-sm leading-relaxed [overflow-wrap:anywhere]">
        {parts.map((part) =>
          part.marked ? (
            <mark key={part.start}>{part.text}</mark>
          ) : (
            <span key={part.start}>{part.text}</span>
          ),
        )}
      </p>
    </li>
  );
}
