import { useText } from '../platform/i18n';
import { pendingIn } from '../reader/states';
import { Progress } from '../ui/progress';
import type { DocumentCounts } from '../wire/types';

/** Work that goes on in the background, counted. */
export function PendingLine({ counts }: { counts: DocumentCounts }) {
  const t = useText();
  const pending = pendingIn(counts);
  if (pending === 0) return null;
  return (
    <div role="status" className="enter mt-6 rounded-xl border border-line bg-surface px-4 py-3">
      <p className="flex justify-between gap-4 text-sm">
        <span className="font-medium">{t.documents.processing(pending)}</span>
      </p>
      <Progress label={t.documents.processing(pending)} className="mt-2.5" />
    </div>
  );
}
