import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import type { SourceRun } from '../wire/types';

/** Pages that were kept though they were not there any more. */
export function MissingNote({
  run,
  onForget,
}: {
  run: SourceRun;
  onForget: (() => void) | undefined;
}) {
  const t = useText();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-warn-soft px-4 py-3 text-sm">
      <p className="min-w-0 flex-1 basis-56">{t.sources.missing(run.missing)}</p>
      {onForget && (
        <Button small onClick={onForget}>
          {t.sources.forget}
        </Button>
      )}
    </div>
  );
}
