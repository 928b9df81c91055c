import { ArrowLeft } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';

/** To the list of assistants. */
export function Back() {
  const t = useText();
  return (
    <p className="mb-3">
      <Link
        to="/admin/assistants"
        className="inline-flex h-8 coarse:h-11 items-center gap-1.5 text-sm text-muted hover:text-ink"
      >
        <ArrowLeft size={15} aria-hidden="true" />
        {t.assistants.all}
      </Link>
    </p>
  );
}
