import { ArrowDown, Unplug } from 'lucide-react';
import { memo, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import type { Citation } from '../wire/types';
import { AgentMessage } from './agent-message';
import { Answer } from './answer';
import { EndLine } from './answer-end';
import { getImage } from './api';
import { Question } from './question';
import { ShownImages } from './shown-images';
import { sameItem, type ThreadItem } from './thread-items';
import { useFollowScroll } from './use-follow-scroll';

const FIRST_SHOWN = 30;

interface ThreadProps {
  conversation: string;
  items: ThreadItem[];
  /** A question that the server has not confirmed yet. */
  pending: string | null;
  /** `<answer id>.<number>` of the source that is open. */
  openSource: string;
  onOpen: (answerId: string, citation: Citation) => void;
  onEdit: (question: string, text: string) => void;
  onAgain: (question: string) => void;
  /** Shows the branch of a message. */
  onShow: (id: string) => void;
  canAsk: boolean;
  footer: ReactNode;
}

export function Thread(props: ThreadProps) {
  const {
    conversation,
    items,
    pending,
    openSource,
    onOpen,
    onEdit,
    onAgain,
    onShow,
    canAsk,
    footer,
  } = props;
  const t = useText();
  const { scroller, content, away, toLatest } = useFollowScroll();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const showEarlier = useEarlier(scroller, setShown);
  const hidden = Math.max(0, items.length - shown);

  // A question of one's own always brings the end into view.
  useLayoutEffect(() => {
    if (pending !== null) toLatest();
  }, [pending, toLatest]);

  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroller}
        tabIndex={0}
        aria-label={t.chat.conversation}
        className="h-full relative overflow-y-auto overscroll-contain -outline-offset-2 [scrollbar-gutter:stable_both-edges]"
      >
        <div
          ref={content}
          className="mx-auto flex max-w-[46rem] flex-col gap-7 px-4 pb-10 pt-6 sm:px-6 sm:pt-8"
        >
          {hidden > 0 && (
            <Button look="quiet" className="self-center" onClick={showEarlier}>
              {t.chat.earlier}
            </Button>
          )}
          {items.slice(hidden).map((item) => (
            <Item
              key={item.id}
              conversation={conversation}
              item={item}
              openNumber={numberOf(openSource, item.id)}
              onOpen={onOpen}
              onEdit={onEdit}
              onAgain={onAgain}
              onShow={onShow}
              canAsk={canAsk}
            />
          ))}
          {pending !== null && <Question text={pending} sending />}
          {footer}
        </div>
      </section>
      {away && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button className="enter pointer-events-auto rounded-full shadow-card" onClick={toLatest}>
            <ArrowDown size={15} aria-hidden="true" />
            {t.chat.latest}
          </Button>
        </div>
      )}
    </div>
  );
}

const numberOf = (openSource: string, answerId: string): number | null =>
  openSource.startsWith(`${answerId}.`) ? Number(openSource.slice(answerId.length + 1)) : null;

interface ItemProps {
  conversation: string;
  item: ThreadItem;
  openNumber: number | null;
  onOpen: (answerId: string, citation: Citation) => void;
  onEdit: (question: string, text: string) => void;
  onAgain: (question: string) => void;
  onShow: (id: string) => void;
  canAsk: boolean;
}

const Item = memo(
  function Item({
    conversation,
    item,
    openNumber,
    onOpen,
    onEdit,
    onAgain,
    onShow,
    canAsk,
  }: ItemProps) {
    const t = useText();
    const again = useCallback(() => {
      if (item.kind === 'answer' || item.kind === 'unanswered') onAgain(item.questionId);
    }, [item, onAgain]);
    const edit = useCallback((text: string) => onEdit(item.id, text), [item, onEdit]);
    const onAskAgain = canAsk ? again : undefined;
    switch (item.kind) {
      case 'question':
        return (
          <Question
            text={item.text}
            shown={
              item.images.length > 0 && (
                <ShownImages
                  images={item.images}
                  get={(id, signal) => getImage(conversation, id, signal)}
                  className="mb-1.5 justify-end"
                />
              )
            }
            others={item.others}
            onShow={onShow}
            onEdit={canAsk ? edit : undefined}
          />
        );
      case 'answer':
        return (
          <Answer
            view={item.view}
            openNumber={openNumber}
            onOpen={onOpen}
            others={item.others}
            onShow={onShow}
            onAskAgain={onAskAgain}
          />
        );
      case 'agent':
        return <AgentMessage name={item.name} text={item.text} />;
      case 'unanswered':
        return (
          <EndLine icon={<Unplug size={16} />} onAskAgain={onAskAgain}>
            {t.chat.failed}
          </EndLine>
        );
    }
  },
  (a, b) =>
    a.openNumber === b.openNumber &&
    a.onOpen === b.onOpen &&
    a.onEdit === b.onEdit &&
    a.onAgain === b.onAgain &&
    a.onShow === b.onShow &&
    a.canAsk === b.canAsk &&
    sameItem(a.item, b.item),
);

/** Shows more of the beginning without moving what is being read. */
function useEarlier(
  scroller: React.RefObject<HTMLDivElement | null>,
  setShown: (change: (shown: number) => number) => void,
): () => void {
  const heightBefore = useRef<number | null>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || heightBefore.current === null) return;
    box.scrollTop += box.scrollHeight - heightBefore.current;
    heightBefore.current = null;
  });
  return useCallback(() => {
    heightBefore.current = scroller.current?.scrollHeight ?? null;
    setShown((shown) => shown + FIRST_SHOWN);
  }, [scroller, setShown]);
}
