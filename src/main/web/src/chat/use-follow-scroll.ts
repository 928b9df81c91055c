import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const NEAR_PX = 48;

interface FollowScroll {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** The page is not following because the reader has scrolled up. */
  away: boolean;
  toLatest: () => void;
}

/** Keeps the end in view while it grows, until the reader scrolls up. */
export function useFollowScroll(): FollowScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  const toLatest = useCallback(() => {
    following.current = true;
    setAway(false);
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (box === null || inner === null) return;
    let lastTop = box.scrollTop;
    let lastHeight = box.scrollHeight;
    const onScroll = () => {
      const left = box.scrollHeight - box.scrollTop - box.clientHeight;
      // Growing or shrinking content moves the position too; only the reader's own move counts.
      const movedUp = box.scrollTop < lastTop - 2 && box.scrollHeight >= lastHeight;
      if (movedUp && left > NEAR_PX) following.current = false;
      else if (left <= NEAR_PX) following.current = true;
      lastTop = box.scrollTop;
      lastHeight = box.scrollHeight;
      setAway(!following.current && left > NEAR_PX);
    };
    const observer = new ResizeObserver(() => {
      if (following.current) box.scrollTop = box.scrollHeight;
      else onScroll();
    });
    observer.observe(inner);
    observer.observe(box);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { scroller, content, away, toLatest };
}
