import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Link } from '../platform/router';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { AssistantDetail } from '../wire/types';
import { getAssistant, keys } from './api';
import { AssistantMenu } from './assistant-menu';
import { DefinitionForm } from './definition-form';
import { SaveBar } from './save-bar';
import { States } from './states';
import { TryPanel } from './try-panel';
import { useEditing } from './use-editing';
import { Versions } from './versions';

/** One assistant: what it is, what it answers, and what it was. */
export function AssistantPage({ id }: { id: string }) {
  const t = useText();
  const query = useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => getAssistant(id, signal),
  });
  useTitle(query.data?.assistant.name ?? t.assistants.title);
  return (
    <PageBody>
      <p className="mb-3">
        <Link
          to="/admin/assistants"
          className="inline-flex h-8 coarse:h-11 items-center gap-1.5 text-sm text-muted hover:text-ink"
        >
          <ArrowLeft size={15} aria-hidden="true" />
          {t.assistants.all}
        </Link>
      </p>
      {query.isPending && <Skeleton lines={10} />}
      {query.isError && (
        <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data && <Editor detail={query.data} onReload={() => void query.refetch()} />}
    </PageBody>
  );
}

function Editor({ detail, onReload }: { detail: AssistantDetail; onReload: () => void }) {
  const t = useText();
  const { assistant } = detail;
  const manages = useMay('assistants.manage') && !assistant.archived;
  const mayMenu = useMay('assistants.manage');
  const editing = useEditing(detail);
  return (
    <>
      <PageHead title={assistant.name}>
        {mayMenu && <AssistantMenu assistant={assistant} />}
      </PageHead>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <span className="font-mono text-xs text-muted [overflow-wrap:anywhere]">
          {assistant.slug}
        </span>
        <States assistant={assistant} />
      </p>
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,24rem)]">
        <div className="min-w-0">
          <DefinitionForm editing={editing} disabled={!manages} />
          {manages && <SaveBar detail={detail} editing={editing} onReload={onReload} />}
        </div>
        <TryPanel id={assistant.id} editing={editing} label={t.assistants.tryIt} />
      </div>
      <Versions detail={detail} manages={manages} onTake={editing.take} />
    </>
  );
}
