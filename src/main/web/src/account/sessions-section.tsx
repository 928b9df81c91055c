import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { forgetPerson, signOut } from '../platform/sign-in';
import { toast } from '../platform/toasts';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import type { SignInSession } from '../wire/types';
import { agentName } from './agent-name';
import { endSession, endSessions, keys, listSessions } from './api';

export function SessionsSection() {
  const t = useText();
  const sessions = useQuery({
    queryKey: keys.sessions,
    queryFn: ({ signal }) => listSessions(signal),
  });
  const [asking, setAsking] = useState(false);
  return (
    <Section
      title={t.account.sessionsTitle}
      text={t.account.sessionsText}
      action={
        <Button small look="danger" onClick={() => setAsking(true)}>
          {t.account.endAll}
        </Button>
      }
    >
      {sessions.isPending && <Skeleton lines={3} className="p-5" />}
      {sessions.isError && (
        <ProblemNote
          className="m-3"
          problem={problemIn(sessions.error)}
          retry={() => void sessions.refetch()}
        />
      )}
      <ul className="divide-y divide-line">
        {sessions.data?.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
      {asking && (
        <Confirm
          title={t.account.endAll}
          text={t.account.endAllText}
          act={t.account.endAll}
          onAct={() => endSessions().then(forgetPerson)}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}

function Row({ session }: { session: SignInSession }) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { system } = agentName(session.agent);
  const name = nameOf(t, session.agent);
  const Icon = ['Android', 'iPhone', 'iPad'].includes(system ?? '') ? Smartphone : Laptop;
  const end = async () => {
    setBusy(true);
    try {
      if (session.current) return await signOut();
      await endSession(session.id);
      toast(t.account.ended);
      await client.invalidateQueries({ queryKey: keys.sessions });
    } catch (error) {
      toast(problemText(t, problemIn(error)));
    }
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-3.5 px-5 py-3.5">
      <Icon size={20} aria-hidden="true" className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p
          className="flex flex-wrap items-center gap-x-2 text-sm font-medium"
          title={session.agent}
        >
          {name}
          {session.current && <Badge tone="good">{t.account.here}</Badge>}
        </p>
        <p className="mt-0.5 truncate text-xs text-muted">
          {session.address} · {t.account.usedAt(formats.when(session.last_used_at))}
        </p>
      </div>
      <Button small disabled={busy} aria-label={t.account.endOf(name)} onClick={() => void end()}>
        {t.account.end}
      </Button>
    </li>
  );
}

function nameOf(t: Catalogue, agent: string): string {
  const { browser, system } = agentName(agent);
  if (browser !== null && system !== null) return t.account.agentOn(browser, system);
  return browser ?? system ?? t.account.unknownAgent;
}
