import { FileText } from 'lucide-react';
import { useText } from '../platform/i18n';
import type { Citation } from '../wire/types';

const WIDTH = 344;
const ROOM = 230;

/** The quote and its place, beside the chip that is pointed at. */
export function CitationCard({ citation, box }: { citation: Citation; box: DOMRect }) {
  const t = useText();
  const left = Math.max(12, Math.min(box.left - 24, window.innerWidth - WIDTH - 12));
  const above = box.top > ROOM;
  const place = above ? { bottom: window.innerHeight - box.top + 8 } : { top: box.bottom + 8 };
  return (
    <div
      role="tooltip"
      style={{ left, width: Math.min(WIDTH, window.innerWidth - 24), ...place }}
      className="enter pointer-events-none fixed z-50 rounded-xl border border-line bg-surface p-4 shadow-card"
    >
      <p className="flex items-center gap-2 text-sm font-medium">
        <FileText size={15} className="shrink-0 text-accent" aria-hidden="true" />
        <span className="truncate">{citation.title}</span>
      </p>
      <CitationPlace place={citation} className="mt-0.5 text-xs text-muted" />
      <blockquote className="mt-2.5 line-clamp-5 border-l-2 border-accent/60 pl-3 text-sm leading-relaxed text-ink">
        {citation.quote}
      </blockquote>
      <span className="sr-only">{t.source.quoted}</span>
    </div>
  );
}

interface CitationPlaceProps {
  place: Pick<Citation, 'heading_path' | 'page'>;
  className?: string;
}

/** Where in its document something stands. */
export function CitationPlace({ place, className }: CitationPlaceProps) {
  const t = useText();
  const parts = [...(place.heading_path ?? [])];
  if (place.page !== undefined) parts.push(t.source.page(place.page));
  if (parts.length === 0) return null;
  return <span className={`block truncate ${className ?? ''}`}>{parts.join(' › ')}</span>;
}
