import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, SearchX, TextSearch } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, Link, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { inputClass } from '../ui/field';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { type SearchMode, searchPassages } from './api';
import { PassageView } from './passage-view';

const MODES: readonly SearchMode[] = ['hybrid', 'text', 'vectors'];

export function SearchPage() {
  const t = useText();
  const params = new URLSearchParams(useSearch());
  const q = params.get('q') ?? '';
  const mode = MODES.find((one) => one === params.get('mode')) ?? 'hybrid';
  const [typed, setTyped] = useState(q);
  useTitle(t.search.title);
  const query = useQuery({
    queryKey: ['search', q, mode],
    queryFn: ({ signal }) => searchPassages(q, mode, signal),
    enabled: q !== '',
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === q) void query.refetch();
    else goWithQuery({ q: typed.trim() });
  };
  return (
    <div className="h-full relative overflow-y-auto">
      <div className="mx-auto max-w-3xl px-4 pb-24 pt-6 sm:px-8 sm:pt-9">
        <Link
          to="/documents"
          className="-ml-2 inline-flex h-8 coarse:h-11 items-center gap-2 rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-ink"
        >
          <ArrowLeft size={16} aria-hidden="true" />
          {t.documents.title}
        </Link>
        <h1 className="mt-3 text-2xl font-semibold tracking-[-0.02em]">{t.search.title}</h1>
        <p className="mt-0.5 text-muted">{t.search.lead}</p>
        <search>
          <form onSubmit={submit} className="mt-6 flex gap-2">
            <input
              type="text"
              value={typed}
              maxLength={4000}
              aria-label={t.search.label}
              placeholder={t.search.placeholder}
              onChange={(event) => setTyped(event.target.value)}
              className={inputClass}
            />
            <Button look="primary" type="submit" className="h-10!" disabled={typed.trim() === ''}>
              {t.search.go}
            </Button>
          </form>
        </search>
        <Modes mode={mode} />
        <div aria-live="polite" className="mt-6">
          {q === '' ? (
            <Empty icon={<TextSearch size={22} />} title={t.search.title}>
              {t.search.hint}
            </Empty>
          ) : query.isPending ? (
            <Skeleton lines={8} />
          ) : query.isError ? (
            <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
          ) : query.data.passages.length === 0 ? (
            <Empty icon={<SearchX size={22} />} title={t.search.none}>
              {t.search.noneText}
            </Empty>
          ) : (
            <>
              <p className="mb-3 text-xs text-muted">
                {t.search.found(query.data.passages.length, query.data.took_ms)}
              </p>
              <ol className="flex flex-col gap-3">
                {query.data.passages.map((passage) => (
                  <PassageView key={`${passage.document_id}.${passage.start}`} passage={passage} />
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Modes({ mode }: { mode: SearchMode }) {
  const t = useText();
  return (
    <div
      role="group"
      aria-label={t.search.mode}
      className="mt-3 inline-flex rounded-lg bg-panel p-0.5"
    >
      {MODES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === mode}
          onClick={() => goWithQuery({ mode: one === 'hybrid' ? '' : one })}
          className={classes(
            'h-7.5 coarse:h-11 rounded-md px-3 text-sm transition-colors',
            one === mode ? 'bg-surface font-medium shadow-low' : 'text-muted hover:text-ink',
          )}
        >
          {t.search[one]}
        </button>
      ))}
    </div>
  );
}
