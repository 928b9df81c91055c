import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Badge } from '../ui/badge';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { keys, listAssistants } from './api';
import { Back } from './back';
import { CaseDialog, TO_MAKE } from './case-dialog';
import { caseKeys, listQuestions } from './cases-api';
import { type Asked, QuestionGroup } from './question-group';

const FRESH_MS = 60_000;

/** Questions that had no good answer, for those who can make it better. */
export function QuestionsPage() {
  const t = useText();
  const manages = useMay('assistants.manage');
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useQuery({
    queryKey: caseKeys.questions,
    queryFn: ({ signal }) => listQuestions(signal),
    staleTime: FRESH_MS,
  });
  const assistants = useQuery({
    queryKey: keys.all,
    queryFn: ({ signal }) => listAssistants(signal),
    enabled: manages,
  });
  const made = assistants.data?.assistants ?? [];
  const places = [
    ...made.filter((one) => !one.archived),
    ...(made.some((one) => one.slug === 'default')
      ? []
      : [{ id: TO_MAKE, name: t.cases.standard }]),
  ];
  useTitle(t.cases.questions);
  const found = query.data;
  return (
    <PageBody>
      <Back />
      <PageHead title={t.cases.questions} lead={t.cases.questionsLead} />
      {query.isPending && <Skeleton lines={8} className="mt-8" />}
      {query.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {found?.groups.length === 0 && (
        <Empty icon={<CircleCheck size={22} />} title={t.cases.noQuestionsTitle}>
          {t.cases.noQuestionsText}
        </Empty>
      )}
      {found !== undefined && found.groups.length > 0 && (
        <>
          <p className="mt-4 flex flex-wrap gap-2">
            <Badge tone="warn">{t.cases.unanswered(found.unanswered)}</Badge>
            <Badge tone="bad">{t.cases.disliked(found.disliked)}</Badge>
          </p>
          <ul className="mt-4 rounded-2xl border border-line bg-surface shadow-low">
            {found.groups.map((group) => (
              <QuestionGroup
                key={group.questions[0]?.id ?? group.question}
                group={group}
                onMake={assistants.isSuccess ? setAsked : undefined}
              />
            ))}
          </ul>
        </>
      )}
      {asked !== null && (
        <CaseDialog
          assistants={[...places].sort(
            (a, b) => Number(isOf(b.id, asked)) - Number(isOf(a.id, asked)),
          )}
          known={null}
          asked={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </PageBody>
  );
}

/** Whether it was asked of this one; the default one has no id before it is made. */
const isOf = (id: string, { assistant }: Asked): boolean => id === (assistant ?? TO_MAKE);
