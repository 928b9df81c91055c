import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { deleteWithUndo } from '../platform/undo';
import type { Document } from '../wire/types';
import { deleteDocument, keys, patchDocuments } from './api';

const AT_ONCE = 4;

/** Deletes documents, after the time in which it can be undone. */
export function useDeleting(): (documents: readonly Document[]) => void {
  const t = useText();
  const client = useQueryClient();
  return (documents) => {
    const ids = documents.map((one) => one.id);
    deleteWithUndo({
      ids,
      text: t.documents.deleted(ids.length),
      async commit() {
        const deleted = new Set<string>();
        try {
          await deleteAll(ids, deleted);
        } finally {
          patchDocuments(client, deleted, () => null);
          void client.invalidateQueries({ queryKey: keys.counts });
          void client.invalidateQueries({ queryKey: ['content'] });
        }
      },
      failed(error) {
        toast(problemText(t, problemIn(error)));
        void client.invalidateQueries({ queryKey: keys.lists });
      },
    });
  };
}

async function deleteAll(ids: readonly string[], deleted: Set<string>): Promise<void> {
  const left = [...ids];
  let failure: unknown = null;
  const worker = async () => {
    for (let id = left.pop(); id !== undefined && failure === null; id = left.pop()) {
      try {
        await deleteDocument(id);
        deleted.add(id);
      } catch (error) {
        if (problemIn(error).status === 404) deleted.add(id);
        else failure = error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failure !== null) throw failure;
}
