import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../platform/http';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useHash } from '../platform/router';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Contents } from './contents';
import { type Contract, groupsOf } from './contract';
import { OperationView } from './operation-view';
import { Prose } from './prose';
import { SchemaSection } from './schema-section';

export function ReferencePage() {
  const t = useText();
  const hash = useHash();
  useTitle(t.reference.title);
  const query = useQuery<Contract>({
    queryKey: ['contract'],
    queryFn: ({ signal }) => call<Contract>('/openapi.json', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const contract = query.data;
  const groups = useMemo(() => (contract ? groupsOf(contract) : []), [contract]);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (contract && hash.length > 1) {
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    }
  }, [contract, hash]);

  return (
    <div className="flex h-full">
      {contract && <Contents groups={groups} words={words} onWords={setWords} />}
      <div className="min-w-0 flex-1 relative overflow-y-auto scroll-smooth">
        <div className="mx-auto max-w-3xl px-4 pb-32 pt-6 sm:px-8 sm:pt-9">
          <header className="flex flex-wrap items-start justify-between gap-4">
            <div>
              <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t.reference.title}</h1>
              {contract && (
                <p className="mt-0.5 text-muted tabular-nums">
                  {contract.info.title} {contract.info.version}
                </p>
              )}
            </div>
            <a href="/openapi.json" className={buttonClass('plain')}>
              <Download size={15} aria-hidden="true" />
              {t.reference.download}
            </a>
          </header>
          {query.isPending && <Skeleton lines={10} className="mt-8" />}
          {query.isError && (
            <ProblemNote
              className="mt-8"
              problem={problemIn(query.error)}
              retry={() => void query.refetch()}
            />
          )}
          {contract?.info.description && (
            <Prose text={contract.info.description} className="mt-6" />
          )}
          {contract &&
            groups.map((group) => (
              <section key={group.tag} aria-label={group.tag} className="mt-12">
                <h2 className="text-xl font-semibold capitalize tracking-[-0.015em]">
                  {group.tag}
                </h2>
                {group.description && <p className="mt-0.5 text-muted">{group.description}</p>}
                {group.operations.map((operation) => (
                  <OperationView key={operation.id} operation={operation} contract={contract} />
                ))}
              </section>
            ))}
          {contract && <SchemaSection contract={contract} />}
        </div>
      </div>
    </div>
  );
}
