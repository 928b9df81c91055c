import { Quote } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';

/** One quiet line below the question box: what kind of answers to expect. */
export function ComposerNote() {
  const t = useText();
  const session = useSession();
  const extractive = session.data?.model.provider === 'extractive';
  return (
    <p className="flex min-h-8 items-center justify-center gap-1.5 px-2 py-1.5 text-center text-xs text-muted text-balance">
      {extractive && (
        <Quote size={12} className="shrink-0 text-faint max-sm:hidden" aria-hidden="true" />
      )}
      {session.data === undefined ? '' : extractive ? t.chat.extractive : t.chat.disclaimer}
    </p>
  );
}
