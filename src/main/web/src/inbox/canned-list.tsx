import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import type { CannedReply } from '../wire/types';

interface CannedListProps {
  id: string;
  found: readonly CannedReply[];
  chosen: CannedReply | undefined;
  onPut: (reply: CannedReply) => void;
  onManage: () => void;
  loading: boolean;
}

/** What a shortcut may mean; the keys stay in the box below. */
export function CannedList(props: CannedListProps) {
  const { id, found, chosen, onPut, onManage, loading } = props;
  const t = useText();
  return (
    <div className="enter absolute inset-x-0 bottom-full mb-2 rounded-xl border border-line bg-surface p-1 shadow-card">
      <div
        id={id}
        role="listbox"
        aria-label={t.inbox.cannedPick}
        className="max-h-64 overflow-y-auto"
      >
        {found.map((reply) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
          <div
            key={reply.id}
            id={`${id}-${reply.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={reply === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPut(reply)}
            className={classes(
              'flex min-h-9 coarse:min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm',
              reply === chosen ? 'bg-hover' : 'hover:bg-hover/60',
            )}
          >
            <span className="shrink-0 font-medium">/{reply.shortcut}</span>
            <span className="min-w-0 truncate text-muted">{reply.text}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && !loading && (
        <div className="flex flex-wrap items-center justify-between gap-2 px-3 py-1.5 text-sm text-muted">
          {t.inbox.cannedNoMatch}
          <Button small look="quiet" onClick={onManage}>
            {t.inbox.canned}
          </Button>
        </div>
      )}
    </div>
  );
}
