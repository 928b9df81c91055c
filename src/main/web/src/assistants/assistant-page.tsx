import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { AssistantDetail } from '../wire/types';
import { getAssistant, keys } from './api';
import { AssistantMenu } from './assistant-menu';
import { Back } from './back';
import { CasesTab } from './cases-tab';
import { DefinitionForm } from './definition-form';
import { SaveBar } from './save-bar';
import { States } from './states';
import { type AssistantTab, Tabs } from './tabs';
import { TryPanel } from './try-panel';
import { useEditing } from './use-editing';
import { Versions } from './versions';

/** One assistant: what it is, what it answers, and what it was. */
export function AssistantPage({ id, tab }: { id: string; tab: AssistantTab }) {
  const t = useText();
  const query = useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => getAssistant(id, signal),
  });
  useTitle(query.data?.assistant.name ?? t.assistants.title);
  return (
    <PageBody>
      <Back />
      {query.isPending && <Skeleton lines={10} />}
      {query.isError && (
        <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data && <Parts detail={query.data} tab={tab} onReload={() => void query.refetch()} />}
    </PageBody>
  );
}

interface PartsProps {
  detail: AssistantDetail;
  tab: AssistantTab;
  onReload: () => void;
}

/** What is typed outlives a look at the cases. */
function Parts({ detail, tab, onReload }: PartsProps) {
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
      <Tabs id={assistant.id} tab={tab} />
      {tab === 'cases' && <CasesTab detail={detail} manages={manages} />}
      {tab === 'editor' && (
        <>
          <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,24rem)]">
            <div className="min-w-0">
              <DefinitionForm editing={editing} disabled={!manages} />
              {manages && <SaveBar detail={detail} editing={editing} onReload={onReload} />}
            </div>
            <TryPanel id={assistant.id} editing={editing} label={t.assistants.tryIt} />
          </div>
          <Versions detail={detail} manages={manages} onTake={editing.take} />
        </>
      )}
    </>
  );
}
