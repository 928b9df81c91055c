import { useCallback } from 'react';
import { useSession } from '../platform/session';
import { chosenFiles, droppedFiles, type NamedFile } from './dropped-files';
import { addFiles } from './uploads';

const LIMIT_UNTIL_KNOWN = 50 * 1024 * 1024;

/**
 * The ways files come in.
 *
 * @param base empty for the first one that the reader may change
 */
export function useAdding(base = '') {
  const session = useSession();
  const limit = session.data?.upload_limit_bytes ?? LIMIT_UNTIL_KNOWN;
  const add = useCallback((files: NamedFile[]) => addFiles(files, limit, base), [limit, base]);
  const addChosen = useCallback(
    (files: FileList | null) => {
      if (files) add(chosenFiles(files));
    },
    [add],
  );
  const addDropped = useCallback(
    (transfer: DataTransfer) => void droppedFiles(transfer).then(add),
    [add],
  );
  return { limit, add, addChosen, addDropped };
}
