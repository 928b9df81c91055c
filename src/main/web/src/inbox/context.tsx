import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { InboxConversation } from '../wire/types';
import { Notes } from './notes';

/** Who somebody talks to, why, and what colleagues have noted. */
export function Context({ one }: { one: InboxConversation }) {
  const t = useText();
  const formats = useFormats();
  const { handover, visitor } = one.item;
  return (
    <div className="flex flex-col gap-6 px-5 py-5">
      <dl className="flex flex-col gap-3">
        <Fact label={t.inbox.person}>
          {visitor.name || t.inbox.visitor}
          <span className="block text-sm text-muted">
            {visitor.id === undefined ? t.inbox.noAccount : t.inbox.others(one.others)}
          </span>
        </Fact>
        {visitor.email !== '' && <Fact label={t.inbox.email}>{visitor.email}</Fact>}
        <Fact label={t.inbox.askedBy}>{t.inbox.askers[handover.asked_by]}</Fact>
        {handover.reason !== '' && <Fact label={t.inbox.reason}>{handover.reason}</Fact>}
        <Fact label={t.inbox.channel}>{t.inbox.channels[handover.channel]}</Fact>
        {handover.page !== '' && <Fact label={t.inbox.page}>{handover.page}</Fact>}
        <Fact label={t.inbox.since}>{formats.dateTime(handover.created_at)}</Fact>
        {handover.outcome && (
          <Fact label={t.inbox.close}>{t.inbox.outcomes[handover.outcome]}</Fact>
        )}
      </dl>
      <Notes one={one} />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs font-medium text-muted">{label}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
