import { ChevronRight, ExternalLink, History } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { CodePoints } from '../platform/code-points';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { webLink } from '../platform/safe-link';
import type { DocumentContent } from '../wire/types';
import { headingsAt } from './groups';

interface HeadProps {
  content: DocumentContent;
  /** Where the quote begins, in code points. */
  place: number | undefined;
  level: 1 | 2;
}

export function ReaderHead({ content, place, level }: HeadProps) {
  const t = useText();
  const Heading = level === 1 ? 'h1' : 'h2';
  const link = webLink(content.url);
  return (
    <header className="mb-6 border-b border-line pb-4">
      <Heading className="text-xl font-semibold leading-snug tracking-[-0.015em] text-balance [overflow-wrap:anywhere]">
        {content.title}
      </Heading>
      {place !== undefined && <Place content={content} place={place} />}
      {link && (
        <a
          href={link.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="mt-2 inline-flex items-center gap-1.5 text-sm text-accent hover:underline"
        >
          <ExternalLink size={14} aria-hidden="true" />
          {t.source.original(link.host)}
        </a>
      )}
      {!content.current && (
        <p className="mt-3 flex items-start gap-2.5 rounded-lg bg-warn-soft px-3 py-2 text-sm">
          <History size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
          <span>
            {t.source.older}{' '}
            <Link
              to={`/documents/${content.document_id}`}
              className="font-medium underline underline-offset-3"
            >
              {t.source.showCurrent}
            </Link>
          </span>
        </p>
      )}
    </header>
  );
}

function Place({ content, place }: { content: DocumentContent; place: number }) {
  const t = useText();
  const points = useMemo(() => new CodePoints(content.text), [content.text]);
  const path = headingsAt(content.blocks, place);
  const page = content.blocks.findLast((block) => block.start <= place)?.page;
  if (path.length === 0 && page === undefined) return null;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-1 text-sm text-muted">
      {path.map((heading, at) => (
        <Fragment key={heading.start}>
          {at > 0 && <ChevronRight size={14} className="text-faint" aria-hidden="true" />}
          <span>{points.slice(heading.start, heading.end)}</span>
        </Fragment>
      ))}
      {page !== undefined && (
        <span className="tabular-nums">
          {path.length > 0 && '· '}
          {t.source.page(page)}
        </span>
      )}
    </p>
  );
}
