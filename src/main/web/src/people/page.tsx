import { useQuery } from '@tanstack/react-query';
import { UserPlus, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { goWithQuery, useSearch } from '../platform/router';
import { useSession } from '../platform/session';
import { tokens } from '../platform/sign-in';
import { useStore } from '../platform/store';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { FilterInput } from '../ui/filter-input';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import type { Person } from '../wire/types';
import { EVERYBODY, listPeople } from './api';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { PersonRow, ROW_GRID } from './person-row';
import { rolesFor } from './roles';

export function PeoplePage() {
  const t = useText();
  const q = new URLSearchParams(useSearch()).get('q') ?? '';
  const everybody = useQuery({
    queryKey: EVERYBODY,
    queryFn: ({ signal }) => listPeople(signal),
  });
  const [inviting, setInviting] = useState(false);
  useTitle(t.people.title);
  const { users = [], invitations = [] } = everybody.data ?? {};
  return (
    <PageBody>
      <PageHead title={t.people.title} lead={t.people.lead}>
        <Button look="primary" onClick={() => setInviting(true)}>
          <UserPlus size={16} aria-hidden="true" />
          {t.people.invite}
        </Button>
      </PageHead>
      {everybody.isPending && <Skeleton lines={8} className="mt-8" />}
      {everybody.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(everybody.error)}
          retry={() => void everybody.refetch()}
        />
      )}
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {everybody.isSuccess && <Everyone users={users} q={q} />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PageBody>
  );
}

const STEP = 200;

function Everyone({ users, q }: { users: readonly Person[]; q: string }) {
  const t = useText();
  const caller = useSession().data?.caller;
  const { token } = useStore(tokens.store);
  const [shown, setShown] = useState(STEP);
  const words = q.trim().toLowerCase();
  const fitting = users.filter((one) => `${one.name} ${one.email}`.toLowerCase().includes(words));
  return (
    <section aria-label={t.people.title} className="mt-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterInput
          label={t.people.filter}
          value={q}
          onChange={(next) => goWithQuery({ q: next })}
          className="w-full sm:w-72"
        />
        <p role="status" className="text-sm tabular-nums text-muted">
          {t.people.total(fitting.length)}
        </p>
      </div>
      {fitting.length === 0 ? (
        <Empty
          icon={<UserSearch size={22} />}
          title={t.people.noMatchTitle}
          actions={<Button onClick={() => goWithQuery({ q: '' })}>{t.people.showAll}</Button>}
        >
          {t.people.noMatchText}
        </Empty>
      ) : (
        <div className="mt-4">
          <div
            aria-hidden="true"
            className={`${ROW_GRID} hidden h-9 border-b border-line text-xs font-medium text-muted md:grid`}
          >
            <span>{t.people.person}</span>
            <span className="pl-3">{t.people.role}</span>
            <span className="text-right">{t.people.lastSeen}</span>
            <span />
          </div>
          <ul>
            {fitting.slice(0, shown).map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                self={person.id === token?.userId}
                roles={rolesFor(caller)}
              />
            ))}
          </ul>
          {fitting.length > shown && (
            <Button className="mt-4" onClick={() => setShown(shown + STEP)}>
              {t.common.loadMore}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
