import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import { keys, listKeys } from './api';
import { KeyDialog } from './key-dialog';
import { KeyRow } from './key-row';

export function KeysTab() {
  const t = useText();
  const list = useQuery({ queryKey: keys.apiKeys, queryFn: ({ signal }) => listKeys(signal) });
  const [making, setMaking] = useState(false);
  const make = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus size={16} aria-hidden="true" />
      {t.apiKeys.make}
    </Button>
  );
  const none = list.data?.length === 0;
  return (
    <Section title={t.account.keys} text={t.apiKeys.lead} action={!none && make}>
      {list.isPending && <Skeleton lines={4} className="p-5" />}
      {list.isError && (
        <ProblemNote
          className="m-3"
          problem={problemIn(list.error)}
          retry={() => void list.refetch()}
        />
      )}
      {none && (
        <Empty icon={<KeyRound size={22} />} title={t.apiKeys.emptyTitle} actions={make}>
          {t.apiKeys.emptyText}
        </Empty>
      )}
      {list.data && !none && (
        <ul className="divide-y divide-line">
          {list.data.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {making && <KeyDialog onClose={() => setMaking(false)} />}
    </Section>
  );
}
