import { Inbox, MessagesSquare } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../platform/i18n';
import { useDesk } from '../platform/media';
import { problemIn } from '../platform/problem';
import { go, useSearch } from '../platform/router';
import { useTitle } from '../platform/title';
import { classes } from '../ui/classes';
import { Empty } from '../ui/notes';
import { FILTERS, type Filter } from './api';
import { CannedDialog } from './canned-dialog';
import { InboxList } from './inbox-list';
import { OpenConversation } from './open-conversation';
import { useKeys } from './use-keys';
import { useList } from './use-list';
import { useLive } from './use-live';

export function InboxPage({ id }: { id: string | null }) {
  const t = useText();
  const desk = useDesk();
  const { filter, q } = useWanted();
  const list = useList(filter, q);
  const [canned, setCanned] = useState(false);
  useTitle(t.inbox.title);
  useLive();

  const ids = list.items.map(({ handover }) => handover.conversation_id);
  const step = (by: number) => {
    const next = id === null ? ids[0] : ids[ids.indexOf(id) + by];
    if (next !== undefined) go(addressOf(next));
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  useRowInView(id);
  const closeCanned = useCallback(() => setCanned(false), []);

  return (
    <div className="flex h-full min-w-0">
      {id !== null && !desk && <h1 className="sr-only">{t.inbox.title}</h1>}
      <div
        className={classes(
          'flex min-h-0 w-full flex-col border-line md:w-80 md:shrink-0 md:border-r',
          id !== null && 'max-md:hidden',
        )}
      >
        <InboxList
          filter={filter}
          q={q}
          list={list}
          currentId={id}
          onCanned={() => setCanned(true)}
        />
      </div>
      {id !== null ? (
        <OpenConversation key={id} id={id} onCanned={() => setCanned(true)} />
      ) : (
        desk && (
          <div className="flex-1 overflow-y-auto">
            <Empty
              icon={list.items.length > 0 ? <MessagesSquare size={22} /> : <Inbox size={22} />}
              title={t.inbox.pick}
            >
              {t.inbox.pickText}
            </Empty>
          </div>
        )
      )}
      {canned && <CannedDialog onClose={closeCanned} />}
    </div>
  );
}

function useWanted(): { filter: Filter; q: string } {
  const search = new URLSearchParams(useSearch());
  const named = search.get('show');
  return {
    filter: FILTERS.find((one) => one === named) ?? 'queue',
    q: search.get('q') ?? '',
  };
}

/** The address of a conversation beside the list that is shown. */
const addressOf = (id: string): string => `/inbox/${id}${location.search}`;

function useRowInView(id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    document.querySelector('[data-inbox-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}

export const isGone = (error: unknown): boolean => [400, 404].includes(problemIn(error).status);
