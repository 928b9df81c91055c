import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { Citation } from '../wire/types';
import { CitationCard } from './citation-card';

interface ChipProps {
  citation: Citation;
  open: boolean;
  onOpen: () => void;
}

const SHOW_AFTER_MS = 120;

/** A number in the text. Pointing at it shows the quote; pressing it opens the document. */
export function CitationChip({ citation, open, onOpen }: ChipProps) {
  const t = useText();
  const ref = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [box, setBox] = useState<DOMRect | null>(null);
  const show = (after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setBox(ref.current?.getBoundingClientRect() ?? null), after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setBox(null);
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        aria-label={t.chat.cite(citation.number, citation.title)}
        aria-pressed={open}
        data-citation={citation.number}
        onPointerEnter={(event) => event.pointerType === 'mouse' && show(SHOW_AFTER_MS)}
        onPointerLeave={hide}
        onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || box === null) return;
          event.preventDefault();
          hide();
        }}
        onClick={() => {
          hide();
          onOpen();
        }}
        className={classes(
          'relative ml-0.5 inline-flex h-[1.45em] min-w-[1.45em] -translate-y-[0.14em] items-center justify-center rounded-[5px] px-1 align-baseline',
          'text-[0.74em] font-semibold leading-none tabular-nums transition-colors',
          'coarse:after:absolute coarse:after:-inset-3',
          open
            ? 'bg-accent text-on-accent'
            : 'bg-accent-soft text-accent hover:bg-accent hover:text-on-accent',
        )}
      >
        {citation.number}
      </button>
      {box !== null && createPortal(<CitationCard citation={citation} box={box} />, document.body)}
    </>
  );
}
