import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '../platform/i18n';
import { IconButton } from '../ui/button';
import type { Siblings } from './tree';

interface BranchArrowsProps {
  others: Siblings;
  onShow: (id: string) => void;
}

/** Leads to what else was said in this place. */
export function BranchArrows({ others, onShow }: BranchArrowsProps) {
  const t = useText();
  const { at, of, previous, next } = others;
  return (
    <span role="group" aria-label={t.chat.versions} className="inline-flex items-center">
      <IconButton
        label={t.chat.previousVersion}
        disabled={previous === null}
        onClick={() => previous !== null && onShow(previous)}
      >
        <ChevronLeft size={16} />
      </IconButton>
      <span className="text-xs tabular-nums text-muted">{t.chat.version(at, of)}</span>
      <IconButton
        label={t.chat.nextVersion}
        disabled={next === null}
        onClick={() => next !== null && onShow(next)}
      >
        <ChevronRight size={16} />
      </IconButton>
    </span>
  );
}
