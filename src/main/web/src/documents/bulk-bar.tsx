import { Trash2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import type { Document } from '../wire/types';
import { useBases } from './use-bases';
import { useDeleting } from './use-deleting';

/** What can be done with everything that is selected. */
export function BulkBar({
  documents,
  onClear,
}: {
  documents: readonly Document[];
  onClear: () => void;
}) {
  const t = useText();
  const remove = useDeleting();
  const { editable } = useBases();
  const mine = documents.every((one) => editable.some((base) => base.id === one.base_id));
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-5 z-10 flex justify-center px-4">
      <div className="enter pointer-events-auto flex items-center gap-2 rounded-xl border border-line bg-surface py-1.5 pl-4 pr-1.5 shadow-card">
        <p role="status" className="mr-2 text-sm font-medium tabular-nums">
          {t.documents.selected(documents.length)}
        </p>
        <Button look="quiet" small onClick={onClear}>
          {t.common.clear}
        </Button>
        <Button
          look="danger"
          small
          disabled={!mine}
          title={mine ? undefined : t.bases.readOnly}
          onClick={() => {
            remove(documents);
            onClear();
          }}
        >
          <Trash2 size={15} aria-hidden="true" />
          {t.common.delete}
        </Button>
      </div>
    </div>
  );
}
