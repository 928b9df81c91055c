import { ChevronLeft, PanelRight, Undo2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { Button, buttonClass, IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import type { InboxItem } from '../wire/types';
import { StateBadge } from './state-badge';
import type { useActing } from './use-acting';

interface ConversationHeadProps {
  item: InboxItem;
  mine: boolean;
  acting: ReturnType<typeof useActing>;
  onDetails: () => void;
}

/** What the conversation is about, and what can be done with it. */
export function ConversationHead({ item, mine, acting, onDetails }: ConversationHeadProps) {
  const t = useText();
  const { handover, agent } = item;
  const claim =
    handover.state === 'open' ? t.inbox.claim : t.inbox.takeOver(agent?.name || t.inbox.somebody);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2.5 sm:px-6">
      <Link
        to={`/inbox${location.search}`}
        aria-label={t.inbox.back}
        className="-ml-1 inline-flex size-11 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-ink md:hidden"
      >
        <ChevronLeft size={20} />
      </Link>
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="truncate font-semibold">{item.title || t.inbox.untitled}</h2>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-xs text-muted">
          <StateBadge item={item} />
          <span className="truncate">{item.visitor.name || t.inbox.visitor}</span>
        </p>
      </div>
      <div className="ml-auto flex items-center gap-2">
        {mine && (
          <>
            <Menu
              label={t.inbox.giveBack}
              trigger={
                <>
                  <Undo2 size={15} aria-hidden="true" />
                  <span className="max-sm:sr-only">{t.inbox.giveBack}</span>
                </>
              }
              items={[
                { label: t.inbox.toAssistant, act: () => acting.giveBack('assistant') },
                { label: t.inbox.toQueue, act: () => acting.giveBack('queue') },
              ]}
              className={buttonClass('plain', true)}
            />
            <Button small onClick={acting.close}>
              {t.inbox.close}
            </Button>
          </>
        )}
        {!mine && handover.state !== 'closed' && (
          <Button
            small
            look={handover.state === 'open' ? 'primary' : 'plain'}
            onClick={() => acting.claim(item)}
          >
            {claim}
          </Button>
        )}
        <IconButton label={t.inbox.details} onClick={onDetails} className="xl:hidden">
          <PanelRight size={17} />
        </IconButton>
      </div>
    </header>
  );
}
