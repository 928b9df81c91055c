import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import type { AssistantDetail, QuestionCase } from '../wire/types';
import { CaseDialog } from './case-dialog';
import { CaseRow } from './case-row';
import { RunPanel } from './run-panel';
import { useCases } from './use-runs';

interface CasesTabProps {
  detail: AssistantDetail;
  manages: boolean;
}

/** The cases of an assistant, and what its versions made of them. */
export function CasesTab({ detail, manages }: CasesTabProps) {
  const t = useText();
  const { id } = detail.assistant;
  const query = useCases(id);
  const [open, setOpen] = useState<QuestionCase | 'new' | null>(null);
  const all = query.data?.cases ?? [];
  const add = manages && (
    <Button look="primary" onClick={() => setOpen('new')}>
      <Plus size={16} aria-hidden="true" />
      {t.cases.add}
    </Button>
  );
  return (
    <>
      {query.isPending && <Skeleton lines={6} className="mt-8" />}
      {query.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(query.error)}
          retry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && all.length === 0 && (
        <Empty icon={<ListChecks size={22} />} title={t.cases.noneTitle} actions={add}>
          {t.cases.noneText}
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <RunPanel detail={detail} count={all.length} manages={manages} />
          <Section title={t.cases.title} text={t.cases.lead} action={add}>
            <ul>
              {all.map((one) => (
                <CaseRow key={one.id} one={one} onEdit={manages ? () => setOpen(one) : undefined} />
              ))}
            </ul>
          </Section>
        </>
      )}
      {open !== null && (
        <CaseDialog
          assistants={[detail.assistant]}
          known={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
