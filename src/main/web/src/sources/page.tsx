import { Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import { KnowledgeTabs } from '../documents/tabs';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { Source } from '../wire/types';
import { SourceDialog } from './source-dialog';
import { SourceRow } from './source-row';
import { useSources } from './use-sources';

export function SourcesPage() {
  const t = useText();
  const writes = useMay('knowledge.write');
  const sources = useSources();
  const [open, setOpen] = useState<{ source: Source | null } | null>(null);
  useTitle(t.sources.title);
  const all = sources.data?.sources ?? [];
  const add = writes && (
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
              writes={writes}
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
          onClose={() => setOpen(null)}
        />
      )}
    </PageBody>
  );
}
