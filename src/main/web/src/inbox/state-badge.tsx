import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import type { InboxItem } from '../wire/types';
import { isMine } from './whose';

/** Whose the conversation is. */
export function StateBadge({ item }: { item: InboxItem }) {
  const t = useText();
  const { handover, agent } = item;
  switch (handover.state) {
    case 'open':
      return <Badge tone="warn">{t.inbox.states.open}</Badge>;
    case 'claimed':
      return (
        <Badge tone={isMine(item) ? 'good' : 'plain'}>
          {isMine(item) ? t.inbox.withYou : t.inbox.withAgent(agent?.name || t.inbox.somebody)}
        </Badge>
      );
    case 'closed':
      return <Badge>{t.inbox.states.closed}</Badge>;
  }
}
