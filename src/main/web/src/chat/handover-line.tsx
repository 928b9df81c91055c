import { UserRound } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import type { OwnersHandover } from '../wire/types';

interface HandoverLineProps {
  handover: OwnersHandover;
  /** Whether the person types. */
  typing: boolean;
  onBack: () => void;
}

/** Who answers now, when it is not the assistant. */
export function HandoverLine({ handover, typing, onBack }: HandoverLineProps) {
  const t = useText();
  const name = handover.agent?.name || t.handover.somebody;
  const words =
    handover.state === 'claimed'
      ? typing
        ? t.handover.typing(name)
        : t.handover.here(name)
      : t.handover.waiting;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl bg-accent-soft px-3 py-1.5 text-sm">
      <p role="status" className="flex min-w-0 flex-1 basis-36 items-center gap-2">
        <UserRound size={16} className="shrink-0 text-accent" aria-hidden="true" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
      </p>
      <Button small look="quiet" onClick={onBack}>
        {t.handover.back}
      </Button>
    </div>
  );
}
