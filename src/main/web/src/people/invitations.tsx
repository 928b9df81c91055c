import { useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Section } from '../ui/section';
import type { Invitation } from '../wire/types';
import { EVERYBODY, withdraw } from './api';

export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useText();
  return (
    <Section title={t.people.invitations}>
      <ul className="divide-y divide-line">
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const over = Date.parse(invitation.expires_at) < Date.now();
  const act = async () => {
    setBusy(true);
    try {
      await withdraw(invitation.id);
      toast(t.people.withdrawn);
      await client.invalidateQueries({ queryKey: EVERYBODY });
    } catch (error) {
      toast(problemText(t, problemIn(error)));
      setBusy(false);
    }
  };
  return (
    <li className="flex items-center gap-3.5 px-4 py-3">
      <Mail size={18} aria-hidden="true" className="shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{invitation.email}</p>
        <p className="mt-0.5 text-xs text-muted">
          {t.roles[invitation.role]} ·{' '}
          {over ? (
            <Badge tone="warn">{t.people.expired}</Badge>
          ) : (
            t.people.expires(formats.when(invitation.expires_at))
          )}
        </p>
      </div>
      <Button
        small
        disabled={busy}
        aria-label={t.people.withdrawOf(invitation.email)}
        onClick={() => void act()}
      >
        {t.people.withdraw}
      </Button>
    </li>
  );
}
