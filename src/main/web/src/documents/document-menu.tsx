import { useQueryClient } from '@tanstack/react-query';
import { BookOpenText, Ellipsis, ExternalLink, FileUp, RefreshCw, Trash2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { go } from '../platform/router';
import { webLink } from '../platform/safe-link';
import { toast } from '../platform/toasts';
import { Menu, type MenuItem } from '../ui/menu';
import type { Document } from '../wire/types';
import { addPage, keys } from './api';
import { FileInput } from './file-input';
import { useAdding } from './use-adding';
import { useBases } from './use-bases';
import { useDeleting } from './use-deleting';

/** What can be done with one document. */
export function DocumentMenu({ document }: { document: Document }) {
  const t = useText();
  const { add } = useAdding(document.base_id);
  const { bases } = useBases();
  const mine = bases.find((one) => one.id === document.base_id)?.level === 'editor';
  const remove = useDeleting();
  const fetchAgain = useFetchAgain();
  const link = webLink(document.url);
  const page = /^https?:/.test(document.name) ? webLink(document.name) : null;
  const replace = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    add([{ name: document.name, file }]);
    toast(t.documents.replaced(document.title || document.name));
  };
  return (
    <FileInput label={t.documents.replace} onFiles={replace}>
      {(open) => {
        const items: (MenuItem | null | false)[] = [
          {
            label: t.documents.open,
            icon: <BookOpenText size={15} />,
            act: () => go(`/documents/${document.id}`),
          },
          mine && page
            ? {
                label: t.documents.fetchAgain,
                icon: <RefreshCw size={15} />,
                act: () => fetchAgain(page.href, document.base_id),
              }
            : mine
              ? { label: t.documents.replace, icon: <FileUp size={15} />, act: open }
              : null,
          link && {
            label: t.documents.original,
            icon: <ExternalLink size={15} />,
            act: () => window.open(link.href, '_blank', 'noopener,noreferrer'),
          },
          mine && {
            label: t.common.delete,
            icon: <Trash2 size={15} />,
            danger: true,
            act: () => remove([document]),
          },
        ];
        return (
          <Menu
            label={t.documents.menu(document.title || document.name)}
            trigger={<Ellipsis size={17} />}
            items={items.filter((item) => item !== null && item !== false)}
            className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
          />
        );
      }}
    </FileInput>
  );
}

function useFetchAgain(): (url: string, base: string) => void {
  const t = useText();
  const client = useQueryClient();
  return (url, base) => {
    addPage(url, base).then(
      () => {
        void client.invalidateQueries({ queryKey: keys.lists });
        void client.invalidateQueries({ queryKey: keys.counts });
      },
      (error: unknown) => toast(problemText(t, problemIn(error))),
    );
  };
}
