import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { call } from '../platform/http';
import { useText } from '../platform/i18n';
import { useMay } from '../platform/session';
import type { InboxPage } from '../wire/types';
import { NavLink } from './nav-link';

const LOOK_MS = 15_000;

interface InboxLinkProps {
  current: boolean;
  onPicked: () => void;
}

/** For agents, with how many wait. */
export function InboxLink({ current, onPicked }: InboxLinkProps) {
  const t = useText();
  const may = useMay('inbox');
  const queue = useQuery({
    queryKey: ['inbox', 'waiting'],
    queryFn: ({ signal }) =>
      call<InboxPage>('/api/v1/inbox', { query: { filter: 'queue', limit: 1 }, signal }),
    enabled: may,
    refetchInterval: LOOK_MS,
  });
  if (!may) return null;
  const waiting = queue.data?.counts.queue ?? 0;
  return (
    <NavLink to="/inbox" current={current} onClick={onPicked}>
      <Inbox size={16} aria-hidden="true" />
      {t.inbox.title}
      {waiting > 0 && (
        <span className="ml-auto inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-medium tabular-nums text-on-accent">
          <span aria-hidden="true">{waiting}</span>
          <span className="sr-only">{t.inbox.waitingNow(waiting)}</span>
        </span>
      )}
    </NavLink>
  );
}
