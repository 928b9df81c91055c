import { FileX2 } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { useContent } from './api';
import { DocumentText } from './document-text';
import { ReaderHead } from './reader-head';
import type { Span } from './segments';

interface ReaderProps {
  documentId: string;
  version?: number | undefined;
  mark?: Span | undefined;
  /** The quote as the answer has it: what is left when the document is gone. */
  quote?: string | undefined;
  level: 1 | 2;
}

/** A document's text by its blocks, scrolled to what is marked. Shared by chat and documents. */
export function Reader({ documentId, version, mark, quote, level }: ReaderProps) {
  const t = useText();
  const query = useContent(documentId, version);
  const body = useRef<HTMLDivElement>(null);
  const start = mark?.start;
  const end = mark?.end;
  const marks = useMemo(
    () => (start === undefined || end === undefined ? [] : [{ start, end }]),
    [start, end],
  );
  useScrollToMark(body, query.data?.version, marks);
  const content = query.data;
  const deleted = query.isError && problemIn(query.error).status === 404;

  if (deleted) {
    return (
      <Empty icon={<FileX2 size={22} />} title={t.source.deletedTitle} level={level}>
        <p>{quote === undefined ? t.source.deletedShort : t.source.deletedText}</p>
        {quote !== undefined && (
          <blockquote className="mt-4 rounded-xl border border-line bg-panel px-4 py-3 text-left text-sm leading-relaxed text-ink">
            {quote}
          </blockquote>
        )}
      </Empty>
    );
  }
  if (content === undefined) {
    return (
      <div className="px-6 py-6">
        {query.isError ? (
          <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={9} />
        )}
      </div>
    );
  }
  return (
    <article ref={body} className="mx-auto max-w-3xl px-5 pb-24 pt-5 sm:px-6">
      <ReaderHead content={content} place={start} level={level} />
      {content.text.trim() === '' ? (
        <Empty title={t.source.emptyTitle}>{t.source.emptyText}</Empty>
      ) : (
        <DocumentText content={content} marks={marks} />
      )}
    </article>
  );
}

function useScrollToMark(
  body: RefObject<HTMLElement | null>,
  version: number | undefined,
  marks: readonly Span[],
): void {
  useEffect(() => {
    if (version === undefined || marks.length === 0) return;
    body.current?.querySelector('[data-quote]')?.scrollIntoView({ block: 'center' });
  }, [body, version, marks]);
}
