import { Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import { KnowledgeTabs } from '../documents/tabs';
import { useBases } from '../documents/use-bases';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { Base, Source } from '../wire/types';
import { SourceDialog } from './source-dialog';
import { SourceRow } from './source-row';
import { useSources } from './use-sources';

const nameOf = (bases: readonly Base[], id: string) =>
  bases.find((one) => one.id === id)?.name ?? '';

export function SourcesPage() {
  const t = useText();
  const manages = useMay('knowledge.manage');
  const { bases, editable, mayAdd } = useBases();
  const sources = useSources();
  const [open, setOpen] = useState<{ source: Source | null } | null>(null);
  useTitle(t.sources.title);
  const all = sources.data?.sources ?? [];
  const add = manages && mayAdd && (
    <Button look="primary" onClick={() => setOpen({ source: null })}>
      <Plus size={16} aria-hidden="true" />
      {t.sources.add}
    </Button>
  );
  return (
    <PageBody>
      <PageHead title={t.sources.title} lead={t.sources.lead}>
        {add}
      </PageHead>
      <KnowledgeTabs tab="sources" />
      {sources.isPending && <Skeleton lines={6} className="mt-8" />}
      {sources.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(sources.error)}
          retry={() => void sources.refetch()}
        />
      )}
      {sources.isSuccess && all.length === 0 && (
        <Empty icon={<Rss size={22} />} title={t.sources.noneTitle} actions={add}>
          {t.sources.noneText}
        </Empty>
      )}
      {all.length > 0 && (
        <ul className="mt-6 rounded-2xl border border-line bg-surface shadow-low">
          {all.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              base={bases.length > 1 ? nameOf(bases, source.base_id) : ''}
              writes={manages && editable.some(({ id }) => id === source.base_id)}
              onEdit={() => setOpen({ source })}
            />
          ))}
        </ul>
      )}
      {open && (
        <SourceDialog
          key={open.source?.id ?? 'new'}
          source={open.source}
          folders={sources.data?.folders ?? false}
          bases={editable}
          onClose={() => setOpen(null)}
        />
      )}
    </PageBody>
  );
}
