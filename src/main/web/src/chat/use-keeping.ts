import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { saveFile } from '../platform/save-file';
import { tellOtherTabs } from '../platform/tabs';
import { toast } from '../platform/toasts';
import type { Conversation } from '../wire/types';
import { archiveConversation, exportConversation, keys, patchLists } from './api';

/** Moves a conversation into the archive, or out of it. */
export function useArchive({ id, archived }: Conversation): () => void {
  const t = useText();
  const client = useQueryClient();
  return () =>
    void archiveConversation(id, !archived)
      .then(() => {
        patchLists(client, id, () => null);
        void client.invalidateQueries({ queryKey: keys.lists });
        tellOtherTabs(id);
        toast(archived ? t.list.unarchived : t.list.archived);
      })
      .catch((error: unknown) => toast(problemText(t, problemIn(error))));
}

/** Gives the reader a conversation to keep. */
export function useExport({ id, title }: Conversation): (format: 'json' | 'markdown') => void {
  const t = useText();
  return (format) => {
    const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'conversation';
    void exportConversation(id, format)
      .then((file) => saveFile(`${name}.${format === 'json' ? 'json' : 'md'}`, file))
      .catch((error: unknown) => toast(problemText(t, problemIn(error))));
  };
}
