import { useQueryClient } from '@tanstack/react-query';
import { Archive, Download, Ellipsis, Link2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { go, Link } from '../platform/router';
import { tellOtherTabs } from '../platform/tabs';
import { toast } from '../platform/toasts';
import { deleteWithUndo } from '../platform/undo';
import { classes } from '../ui/classes';
import { Menu } from '../ui/menu';
import type { Conversation } from '../wire/types';
import { deleteConversation, keys, patchLists } from './api';
import { RenameDialog } from './rename-dialog';
import { ShareDialog } from './share-dialog';
import { useArchive, useExport } from './use-keeping';

interface RowProps {
  conversation: Conversation;
  current: boolean;
  running: boolean;
  onPicked: () => void;
}

export function ConversationRow({ conversation, current, running, onPicked }: RowProps) {
  const t = useText();
  const [renaming, setRenaming] = useState(false);
  const [sharing, setSharing] = useState(false);
  const archive = useArchive(conversation);
  const save = useExport(conversation);
  const remove = useDelete(conversation, current);
  const title = conversation.title || t.list.untitled;
  return (
    <li
      className={classes(
        'group relative flex items-center rounded-lg transition-colors',
        current ? 'bg-hover' : 'hover:bg-hover/70',
      )}
    >
      <Link
        to={`/c/${conversation.id}`}
        aria-current={current ? 'page' : undefined}
        onClick={onPicked}
        className="flex h-9 coarse:h-11 min-w-0 flex-1 items-center gap-2 rounded-lg pl-2.5 pr-9 coarse:pr-12 text-sm -outline-offset-2"
      >
        {running && (
          <span
            role="img"
            aria-label={t.list.running}
            className="breathe size-1.5 shrink-0 rounded-full bg-accent"
          />
        )}
        <span className={classes('truncate', current && 'font-medium')}>{title}</span>
      </Link>
      <Menu
        label={t.list.menu(title)}
        trigger={<Ellipsis size={16} />}
        items={[
          { label: t.common.rename, icon: <Pencil size={15} />, act: () => setRenaming(true) },
          { label: t.list.share, icon: <Link2 size={15} />, act: () => setSharing(true) },
          {
            label: conversation.archived ? t.list.unarchive : t.list.archive,
            icon: <Archive size={15} />,
            act: archive,
          },
          {
            label: t.list.exportMarkdown,
            icon: <Download size={15} />,
            act: () => save('markdown'),
          },
          { label: t.list.exportJson, icon: <Download size={15} />, act: () => save('json') },
          {
            label: t.common.delete,
            icon: <Trash2 size={15} />,
            danger: true,
            act: () => {
              remove();
              onPicked();
            },
          },
        ]}
        className={classes(
          'absolute right-1 inline-flex size-7 coarse:size-11 coarse:right-0 items-center justify-center rounded-md text-muted hover:text-ink -outline-offset-2',
          'opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 coarse:opacity-100',
        )}
      />
      {sharing && <ShareDialog conversation={conversation} onClose={() => setSharing(false)} />}
      {renaming && <RenameDialog conversation={conversation} onClose={() => setRenaming(false)} />}
    </li>
  );
}

function useDelete({ id }: Conversation, current: boolean): () => void {
  const t = useText();
  const client = useQueryClient();
  return () => {
    if (current) go('/');
    deleteWithUndo({
      ids: [id],
      text: t.list.deleted,
      async commit() {
        await deleteConversation(id);
        patchLists(client, id, () => null);
        client.removeQueries({ queryKey: keys.one(id) });
        tellOtherTabs(id);
      },
      failed: (error) => toast(problemText(t, problemIn(error))),
    });
  };
}
