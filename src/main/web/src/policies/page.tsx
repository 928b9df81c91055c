import { useQuery } from '@tanstack/react-query';
import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { Section } from '../ui/section';
import type { Policy } from '../wire/types';
import { listPolicies, POLICIES } from './api';
import { Bench } from './bench';
import { PolicyDialog } from './policy-dialog';
import { PolicyRow } from './policy-row';

export function PoliciesPage() {
  const t = useText();
  const manages = useMay('policies.manage');
  const policies = useQuery({ queryKey: POLICIES, queryFn: ({ signal }) => listPolicies(signal) });
  const [open, setOpen] = useState<Policy | 'new' | null>(null);
  useTitle(t.policies.title);
  const add = manages && (
    <Button look="primary" onClick={() => setOpen('new')}>
      <Plus size={16} aria-hidden="true" />
      {t.policies.add}
    </Button>
  );
  const all = policies.data?.policies ?? [];
  return (
    <PageBody>
      <PageHead title={t.policies.title} lead={t.policies.lead}>
        {add}
      </PageHead>
      {policies.isPending && <Skeleton lines={8} className="mt-8" />}
      {policies.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(policies.error)}
          retry={() => void policies.refetch()}
        />
      )}
      {policies.isSuccess && all.length === 0 && (
        <Empty icon={<ShieldCheck size={22} />} title={t.policies.noneTitle} actions={add}>
          {t.policies.noneText}
        </Empty>
      )}
      {all.length > 0 && (
        <Section title={t.policies.rules} text={t.policies.rulesText}>
          <ol>
            {all.map((policy, at) => (
              <PolicyRow
                key={policy.id}
                policy={policy}
                at={at}
                all={all}
                manages={manages}
                onOpen={() => setOpen(policy)}
              />
            ))}
          </ol>
        </Section>
      )}
      {policies.isSuccess && <Bench />}
      {open !== null && (
        <PolicyDialog
          key={open === 'new' ? 'new' : open.id}
          policy={open === 'new' ? null : open}
          kinds={policies.data?.kinds ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </PageBody>
  );
}
