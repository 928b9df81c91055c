import { useText } from '../platform/i18n';
import { Button } from '../ui/button';

interface SaveBarProps {
  count: number;
  /** How many of them the server would refuse. */
  faults: number;
  onDiscard: () => void;
  onSave: () => void;
}

/** Stands below the form while something in it is not saved. */
export function SaveBar({ count, faults, onDiscard, onSave }: SaveBarProps) {
  const t = useText();
  return (
    <section
      aria-label={t.settings.unsaved}
      className="sticky bottom-3 z-10 mt-6 flex flex-wrap items-center justify-between gap-3 rounded-2xl border border-line-strong bg-surface px-4 py-3 shadow-card"
    >
      <p role="status" className="text-sm">
        {t.settings.changes(count)}
        {faults > 0 && <span className="text-danger"> · {t.settings.faults(faults)}</span>}
      </p>
      <div className="flex gap-2">
        <Button onClick={onDiscard}>{t.settings.discard}</Button>
        <Button look="primary" disabled={faults > 0} onClick={onSave}>
          {t.settings.review}
        </Button>
      </div>
    </section>
  );
}
