import { Quote, UserRound } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';

interface ComposerNoteProps {
  /** Absent where nobody can be asked for. */
  onPerson?: (() => void) | undefined;
}

/** One quiet line below the question box: what kind of answers to expect, and who else answers. */
export function ComposerNote({ onPerson }: ComposerNoteProps) {
  const t = useText();
  const session = useSession();
  const extractive = session.data?.model.provider === 'extractive';
  return (
    <div className="flex min-h-8 flex-wrap items-center justify-center gap-x-2 px-2 py-1">
      <p className="flex items-center justify-center gap-1.5 py-0.5 text-center text-xs text-muted text-balance">
        {extractive && (
          <Quote size={12} className="shrink-0 text-faint max-sm:hidden" aria-hidden="true" />
        )}
        {session.data === undefined ? '' : extractive ? t.chat.extractive : t.chat.disclaimer}
      </p>
      {onPerson && (
        <button
          type="button"
          onClick={onPerson}
          className="inline-flex h-7 coarse:h-11 items-center gap-1.5 rounded-md px-1.5 text-xs font-medium text-accent hover:underline"
        >
          <UserRound size={13} aria-hidden="true" />
          {t.handover.ask}
        </button>
      )}
    </div>
  );
}
