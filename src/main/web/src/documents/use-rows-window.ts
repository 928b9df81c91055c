import { type RefObject, useEffect, useState } from 'react';

const OVERSCAN = 12;

interface RowsWindow {
  first: number;
  /** Exclusive. */
  last: number;
}

/** Which of many rows of one height are near what is seen of `scroller`. */
export function useRowsWindow(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowsWindow {
  const [range, setRange] = useState<RowsWindow>({ first: 0, last: 40 });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const measure = () => {
      const offset = list.current
        ? list.current.getBoundingClientRect().top - box.getBoundingClientRect().top
        : 0;
      const first = Math.max(0, Math.floor(-offset / rowHeight) - OVERSCAN);
      const last = Math.ceil((box.clientHeight - offset) / rowHeight) + OVERSCAN;
      setRange((before) =>
        before.first === first && before.last === last ? before : { first, last },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [scroller, list, rowHeight]);
  return { first: Math.min(range.first, count), last: Math.min(range.last, count) };
}
