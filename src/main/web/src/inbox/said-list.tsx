import { useLayoutEffect, useRef } from 'react';
import { ShownImages } from '../chat/shown-images';
import { useText } from '../platform/i18n';
import type { InboxConversation } from '../wire/types';
import { getImage } from './api';
import { Said } from './said';

const NEAR_PX = 120;

/** The images of a message; null where it has none, so that its row stays as it is. */
function shown(one: InboxConversation, message: string) {
  const images = one.attachments.filter((each) => each.message_id === message);
  return images.length === 0 ? null : (
    <ShownImages
      images={images.map(({ attachment }) => attachment)}
      get={(id, signal) => getImage(one.item.handover.conversation_id, id, signal)}
      className="mb-1.5"
    />
  );
}

/** The messages, with the last one in view unless the reader has gone up. */
export function SaidList({ one }: { one: InboxConversation }) {
  const t = useText();
  const scroller = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const last = one.messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place follows what was said last
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [last]);
  return (
    <section
      ref={scroller}
      tabIndex={0}
      aria-label={t.inbox.messages}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      }}
      className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <div className="mx-auto flex max-w-2xl flex-col gap-5 px-4 py-6 sm:px-6">
        {one.messages.map((message) => (
          <Said
            key={message.id}
            message={message}
            visitor={one.item.visitor.name || t.inbox.visitor}
            author={one.people.find(({ id }) => id === message.author_id)?.name ?? ''}
            shown={shown(one, message.id)}
          />
        ))}
      </div>
    </section>
  );
}
