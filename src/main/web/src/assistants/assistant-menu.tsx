import { useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Ellipsis, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Confirm } from '../ui/confirm';
import { Menu, type MenuItem } from '../ui/menu';
import type { Assistant } from '../wire/types';
import { changeAssistant, keys } from './api';
import { RenameDialog } from './rename-dialog';

export function AssistantMenu({ assistant }: { assistant: Assistant }) {
  const t = useText();
  const client = useQueryClient();
  const [open, setOpen] = useState<'rename' | 'archive' | null>(null);
  const change = async (wish: { name?: string; archived?: boolean }) => {
    client.setQueryData(keys.one(assistant.id), await changeAssistant(assistant.id, wish));
    void client.invalidateQueries({ queryKey: keys.all, exact: true });
  };
  const items: MenuItem[] = [
    { label: t.assistants.rename, icon: <Pencil size={15} />, act: () => setOpen('rename') },
    assistant.archived
      ? {
          label: t.assistants.restore,
          icon: <ArchiveRestore size={15} />,
          act: () =>
            void change({ archived: false }).catch((error: unknown) =>
              toast(problemText(t, problemIn(error))),
            ),
        }
      : {
          label: t.assistants.archive,
          icon: <Archive size={15} />,
          danger: true,
          act: () => setOpen('archive'),
        },
  ];
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        label={t.assistants.menu}
        trigger={<Ellipsis size={17} />}
        items={items}
        className="inline-flex size-9 coarse:size-11 items-center justify-center rounded-lg border border-line text-muted transition-colors hover:bg-hover hover:text-ink"
      />
      {open === 'rename' && (
        <RenameDialog name={assistant.name} onRename={(name) => change({ name })} onClose={close} />
      )}
      {open === 'archive' && (
        <Confirm
          title={t.assistants.archiveTitle(assistant.name)}
          text={t.assistants.archiveText}
          act={t.assistants.archiveAct}
          onAct={() => change({ archived: true })}
          onClose={close}
        />
      )}
    </>
  );
}
