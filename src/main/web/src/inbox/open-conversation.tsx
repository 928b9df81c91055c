import { useQuery } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Link } from '../platform/router';
import { useShortcut } from '../platform/shortcuts';
import { buttonClass } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import type { InboxConversation } from '../wire/types';
import { getOne, keys } from './api';
import { Context } from './context';
import { ConversationHead } from './conversation-head';
import { HereLine } from './here-line';
import { isGone } from './page';
import { ReplyBox } from './reply-box';
import { SaidList } from './said-list';
import { useActing } from './use-acting';
import { useKeys } from './use-keys';
import { usePresence } from './use-presence';
import { isMine } from './whose';

interface OpenConversationProps {
  id: string;
  onCanned: () => void;
}

export function OpenConversation({ id, onCanned }: OpenConversationProps) {
  const t = useText();
  const query = useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => getOne(id, signal),
  });
  if (query.data) return <Shown id={id} one={query.data} onCanned={onCanned} />;
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      {query.isPending && <Skeleton lines={7} className="mx-auto max-w-2xl px-6 pt-10" />}
      {query.isError &&
        (isGone(query.error) ? (
          <Empty
            icon={<MessageSquareOff size={22} />}
            title={t.inbox.gone}
            actions={
              <Link to="/inbox" className={buttonClass('primary')}>
                {t.inbox.back}
              </Link>
            }
          >
            {t.inbox.goneText}
          </Empty>
        ) : (
          <ProblemNote
            className="m-6"
            problem={problemIn(query.error)}
            retry={() => void query.refetch()}
          />
        ))}
    </div>
  );
}

interface ShownProps extends OpenConversationProps {
  one: InboxConversation;
}

function Shown({ id, one, onCanned }: ShownProps) {
  const t = useText();
  const { item } = one;
  const mine = isMine(item);
  const acting = useActing(id);
  const onTyping = usePresence(id, item.last_happening);
  const [details, setDetails] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const toReply = useRef(() => {
    box.current?.focus();
    return box.current !== null;
  });
  useShortcut('input', toReply.current);
  useKeys({
    r: mine ? () => void toReply.current() : undefined,
    c: mine || item.handover.state === 'closed' ? undefined : () => acting.claim(item),
    e: mine ? acting.close : undefined,
    n: () => {
      const note = document.querySelector<HTMLElement>('[data-note-box]');
      if (note?.offsetParent) note.focus();
      else setDetails(true);
    },
  });
  return (
    <>
      <div className="flex min-w-0 flex-1 flex-col">
        <ConversationHead
          item={item}
          mine={mine}
          acting={acting}
          onDetails={() => setDetails(true)}
        />
        <SaidList one={one} />
        <HereLine one={one} />
        {mine ? (
          <ReplyBox id={id} box={box} onTyping={onTyping} onCanned={onCanned} />
        ) : (
          <p className="border-t border-line px-4 py-3 text-center text-sm text-muted sm:px-6">
            {item.handover.state === 'closed' ? t.inbox.closedNote : t.inbox.claimFirst}
          </p>
        )}
      </div>
      <aside
        aria-label={t.inbox.details}
        className="hidden w-72 shrink-0 overflow-y-auto border-l border-line xl:block"
      >
        <Context one={one} />
      </aside>
      {details && (
        <Dialog title={t.inbox.details} at="right" onClose={() => setDetails(false)}>
          <div className="overflow-y-auto">
            <Context one={one} />
          </div>
        </Dialog>
      )}
    </>
  );
}
