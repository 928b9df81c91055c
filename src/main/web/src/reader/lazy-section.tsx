import { type ReactNode, useEffect, useRef, useState } from 'react';

const CHARS_PER_LINE = 60;
const LINE_PX = 26;

interface LazySectionProps {
  now: boolean;
  /** In characters; the room it keeps until it is shown. */
  length: number;
  children: ReactNode;
}

export function LazySection({ now, length, children }: LazySectionProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(now);
  const shown = near || now;
  useEffect(() => {
    const element = ref.current;
    if (shown || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '1200px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <div ref={ref} style={shown ? undefined : { height: (length / CHARS_PER_LINE) * LINE_PX }}>
      {shown ? children : null}
    </div>
  );
}
