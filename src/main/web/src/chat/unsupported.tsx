import { SearchX } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { Button } from '../ui/button';

interface UnsupportedProps {
  /** Absent where it is not known what was looked through. */
  onSteps: (() => void) | undefined;
}

/** An answer that cites nothing. */
export function Unsupported({ onSteps }: UnsupportedProps) {
  const t = useText();
  return (
    <div className="mb-5 flex gap-3.5 rounded-xl border border-line bg-surface px-4 py-3.5">
      <SearchX size={20} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
      <div className="text-sm leading-relaxed">
        <p className="font-semibold">{t.chat.unsupportedTitle}</p>
        <p className="mt-0.5 text-muted">
          {t.chat.unsupportedHint}{' '}
          <Link
            to="/documents"
            className="font-medium text-accent underline-offset-3 hover:underline"
          >
            {t.chat.addDocuments}
          </Link>
        </p>
        {onSteps && (
          <Button small className="mt-2.5" onClick={onSteps}>
            {t.chat.showSearched}
          </Button>
        )}
      </div>
    </div>
  );
}
