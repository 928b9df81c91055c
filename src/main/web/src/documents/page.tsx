import { FilePlus2, FileSearch } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { stateOf, totalIn } from '../reader/states';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import type { Document } from '../wire/types';
import { AddButtons } from './add-buttons';
import { BaseBar } from './base-bar';
import { BulkBar } from './bulk-bar';
import { DocumentRows } from './document-rows';
import { DropArea } from './drop-area';
import { FileInput } from './file-input';
import { FilterBar } from './filter-bar';
import { PendingLine } from './pending-line';
import { KnowledgeTabs } from './tabs';
import { UploadPanel } from './upload-panel';
import { useAdding } from './use-adding';
import { useBases } from './use-bases';
import { useCounts, useDocuments } from './use-documents';

export function DocumentsPage() {
  const t = useText();
  const params = new URLSearchParams(useSearch());
  const filter = {
    q: params.get('q') ?? '',
    state: stateOf(params.get('state')),
    base: params.get('base') ?? '',
  };
  const { query, documents } = useDocuments(filter);
  const counts = useCounts(filter.base).data;
  const { bases, mayAdd } = useBases();
  const level = bases.find((one) => one.id === filter.base)?.level;
  const adding = filter.base === '' ? mayAdd : level === 'editor';
  const { addDropped, addChosen } = useAdding(filter.base);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  useTitle(t.documents.title);
  const chosen = useMemo(
    () => documents.filter((one) => selected.has(one.id)),
    [documents, selected],
  );
  const select = useCallback(
    (document: Document, on: boolean) =>
      setSelected((before) => {
        const next = new Set(before);
        if (on) next.add(document.id);
        else next.delete(document.id);
        return next;
      }),
    [],
  );
  const filtered = filter.q !== '' || filter.state !== '';
  const nothing = query.isSuccess && !query.isPlaceholderData && documents.length === 0;

  return (
    <DropArea onDrop={adding ? addDropped : undefined} className="h-full">
      <div ref={scroller} className="h-full relative overflow-y-auto">
        <div className="mx-auto max-w-5xl px-4 pb-24 pt-6 sm:px-8 sm:pt-9">
          <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
            <div>
              <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t.documents.title}</h1>
              <p className="mt-0.5 text-muted">{t.documents.lead}</p>
            </div>
            <AddButtons base={filter.base} adding={adding} />
          </header>
          <KnowledgeTabs tab="documents" />
          <BaseBar chosen={filter.base} />
          <UploadPanel className="mt-6" />
          {counts && <PendingLine counts={counts} />}
          {(filtered || (counts && totalIn(counts) > 0)) && (
            <FilterBar filter={filter} counts={counts} />
          )}
          {query.isPending && <Skeleton lines={8} className="mt-8" />}
          {query.isError && (
            <ProblemNote
              className="mt-6"
              problem={problemIn(query.error)}
              retry={() => void query.refetch()}
            />
          )}
          {nothing && filtered && (
            <Empty
              icon={<FileSearch size={22} />}
              title={t.documents.noMatchTitle}
              actions={
                <Button onClick={() => goWithQuery({ q: '', state: '' })}>
                  {t.documents.showAll}
                </Button>
              }
            >
              {t.documents.noMatchText}
            </Empty>
          )}
          {nothing && !filtered && (
            <div className="mt-8 rounded-2xl border border-dashed border-line-strong">
              <Empty
                icon={<FilePlus2 size={22} />}
                title={t.documents.emptyTitle}
                actions={
                  adding && (
                    <FileInput label={t.documents.add} onFiles={addChosen}>
                      {(open) => (
                        <Button look="primary" onClick={open}>
                          {t.documents.add}
                        </Button>
                      )}
                    </FileInput>
                  )
                }
              >
                <p>{t.documents.emptyText}</p>
                {adding && <p>{t.documents.drop}.</p>}
              </Empty>
            </div>
          )}
          {documents.length > 0 && (
            <DocumentRows
              documents={documents}
              scroller={scroller}
              selected={selected}
              onSelect={select}
              onSelectAll={(on) => setSelected(new Set(on ? documents.map((one) => one.id) : []))}
              allSelected={chosen.length === documents.length}
              more={query.hasNextPage && !query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          )}
          {query.isFetchingNextPage && <Skeleton lines={2} className="mt-4" />}
        </div>
      </div>
      {chosen.length > 0 && <BulkBar documents={chosen} onClear={() => setSelected(new Set())} />}
    </DropArea>
  );
}
