import { Files, FileUp } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Link } from '../platform/router';
import { useStore } from '../platform/store';
import { SHOWN_KINDS } from '../reader/file-kinds';
import { totalIn } from '../reader/states';
import { Button } from '../ui/button';
import { DropArea } from './drop-area';
import { FileInput } from './file-input';
import { UploadPanel } from './upload-panel';
import { uploadStore } from './uploads';
import { useAdding } from './use-adding';
import { useBases } from './use-bases';
import { useCounts } from './use-documents';

/** In an empty conversation: where the first documents go, or how many there are. */
export function FirstDocuments() {
  const t = useText();
  const formats = useFormats();
  const counts = useCounts();
  const uploads = useStore(uploadStore);
  const { limit, addChosen, addDropped } = useAdding();
  const { mayAdd } = useBases();
  if (counts.data === undefined) return null;
  const some = totalIn(counts.data) > 0;
  if (!mayAdd && !some) return null;
  return (
    <DropArea onDrop={mayAdd ? addDropped : undefined}>
      {some && uploads.length === 0 ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Files size={16} className="text-faint" aria-hidden="true" />
          {t.chat.documentsReady(counts.data.ready)}
          {mayAdd && (
            <Link
              to="/documents"
              className="font-medium text-accent underline-offset-3 hover:underline"
            >
              {t.chat.addDocuments}
            </Link>
          )}
        </p>
      ) : (
        <div className="flex flex-col items-start gap-4 rounded-2xl border border-dashed border-line-strong bg-surface p-5 sm:flex-row sm:items-center">
          <div className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent">
            <FileUp size={20} aria-hidden="true" />
          </div>
          <div className="min-w-0 flex-1">
            <p className="font-medium">{some ? t.documents.drop : t.chat.noDocuments}</p>
            {!some && <p className="mt-0.5 text-sm text-muted">{t.chat.noDocumentsText}</p>}
            <p className="mt-0.5 text-sm text-muted">
              {t.documents.dropText(SHOWN_KINDS, formats.bytes(limit))}
            </p>
          </div>
          <FileInput label={t.documents.add} onFiles={addChosen}>
            {(open) => <Button onClick={open}>{t.documents.add}</Button>}
          </FileInput>
        </div>
      )}
      {uploads.length > 0 && <UploadPanel className="mt-3" />}
    </DropArea>
  );
}
