import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Link } from '../platform/router';
import { Avatar } from '../ui/avatar';
import { classes } from '../ui/classes';
import type { InboxItem } from '../wire/types';
import { StateBadge } from './state-badge';
import { isMine } from './whose';

export function InboxRow({ item, current }: { item: InboxItem; current: boolean }) {
  const t = useText();
  const formats = useFormats();
  const { handover, visitor, last } = item;
  const name = visitor.name || t.inbox.visitor;
  const unread = isMine(item) ? item.unread : 0;
  return (
    <li className="border-b border-line">
      <Link
        to={`/inbox/${handover.conversation_id}${location.search}`}
        aria-current={current ? 'true' : undefined}
        data-inbox-current={current}
        className={classes(
          'flex gap-3 px-4 py-3 -outline-offset-2 transition-colors',
          current ? 'bg-hover' : 'hover:bg-hover/60',
        )}
      >
        <Avatar name={name} faded={handover.state === 'closed'} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span
              className={classes('min-w-0 flex-1 truncate text-sm', unread > 0 && 'font-semibold')}
            >
              {name}
            </span>
            <span className="shrink-0 text-xs tabular-nums text-muted">
              {formats.when(handover.updated_at)}
            </span>
          </span>
          <span className="mt-0.5 block truncate text-sm">{item.title || t.inbox.untitled}</span>
          <span className="mt-0.5 flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-xs text-muted">
              {last ? last.text : handover.reason}
            </span>
            {unread > 0 ? (
              <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-medium tabular-nums text-on-accent">
                <span aria-hidden="true">{unread}</span>
                <span className="sr-only">{t.inbox.unread(unread)}</span>
              </span>
            ) : (
              <StateBadge item={item} />
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
