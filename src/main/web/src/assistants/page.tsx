import { useQuery } from '@tanstack/react-query';
import { Bot, Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Link } from '../platform/router';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Button, buttonClass } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { AddDialog } from './add-dialog';
import { keys, listAssistants } from './api';
import { AssistantRow } from './assistant-row';

export function AssistantsPage() {
  const t = useText();
  const manages = useMay('assistants.manage');
  const mayQuestions = useMay('chat.manage');
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: keys.all,
    queryFn: ({ signal }) => listAssistants(signal),
  });
  useTitle(t.assistants.title);
  const all = query.data?.assistants ?? [];
  return (
    <PageBody>
      <PageHead title={t.assistants.title} lead={t.assistants.lead}>
        {mayQuestions && (
          <Link to="/admin/questions" className={buttonClass('plain')}>
            {t.cases.questions}
          </Link>
        )}
        {manages && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
            {t.assistants.add}
          </Button>
        )}
      </PageHead>
      {query.isPending && <Skeleton lines={6} className="mt-8" />}
      {query.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && all.length === 0 && (
        <Empty icon={<Bot size={22} />} title={t.assistants.noneTitle}>
          {t.assistants.noneText}
        </Empty>
      )}
      {all.length > 0 && (
        <ul className="mt-6 rounded-2xl border border-line bg-surface shadow-low">
          {all.map((assistant) => (
            <AssistantRow key={assistant.id} assistant={assistant} />
          ))}
        </ul>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </PageBody>
  );
}
