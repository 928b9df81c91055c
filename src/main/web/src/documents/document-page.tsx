import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleAlert, Hourglass } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { Reader } from '../reader/reader';
import { reasonText } from '../reader/reason-text';
import { RowState } from '../reader/row-state';
import { isPending } from '../reader/states';
import { Empty } from '../ui/notes';
import type { Document } from '../wire/types';
import { getDocument, keys } from './api';
import { DocumentMenu } from './document-menu';

const POLL_MS = 1_000;

export function DocumentPage({ id }: { id: string }) {
  const t = useText();
  const params = new URLSearchParams(useSearch());
  const version = numberIn(params, 'version');
  const start = numberIn(params, 'start');
  const end = numberIn(params, 'end');
  const query = useQuery<Document>({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => getDocument(id, signal),
    refetchInterval: ({ state }) => (state.data && isPending(state.data.state) ? POLL_MS : false),
  });
  const document = query.data;
  useTitle(document?.title || document?.name || t.documents.title);
  const unread = document !== undefined && document.version === 0 && version === undefined;
  return (
    <div className="h-full relative overflow-y-auto">
      <div className="sticky top-0 z-10 border-b border-line bg-canvas">
        <div className="mx-auto flex h-12 coarse:h-14 max-w-3xl items-center justify-between gap-4 px-3 sm:px-4">
          <Link
            to="/documents"
            className="inline-flex h-8 coarse:h-11 items-center gap-2 rounded-lg px-2 text-sm text-muted hover:bg-hover hover:text-ink"
          >
            <ArrowLeft size={16} aria-hidden="true" />
            {t.documents.title}
          </Link>
          {document && (
            <div className="flex min-w-0 items-center gap-3">
              <RowState document={document} />
              <DocumentMenu document={document} />
            </div>
          )}
        </div>
      </div>
      {unread ? (
        <Unread document={document} />
      ) : (
        <Reader
          documentId={id}
          version={version}
          mark={start !== undefined && end !== undefined ? { start, end } : undefined}
          level={1}
        />
      )}
    </div>
  );
}

function Unread({ document }: { document: Document }) {
  const t = useText();
  const failed = document.state === 'failed';
  return (
    <Empty
      level={1}
      icon={failed ? <CircleAlert size={22} /> : <Hourglass size={22} />}
      title={document.title || document.name}
    >
      <p>{failed ? t.documents.notReadable : t.documents.notReady}</p>
      {failed && <p className="mt-2 text-danger">{reasonText(t, document)}</p>}
    </Empty>
  );
}

function numberIn(params: URLSearchParams, name: string): number | undefined {
  const value = params.get(name);
  const number = Number(value);
  return value !== null && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
