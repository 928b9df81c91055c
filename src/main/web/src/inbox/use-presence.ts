import { useCallback, useEffect, useRef } from 'react';
import { showPresence } from './api';

const BEAT_MS = 5_000;
const TYPING_MS = 3_000;

/** Tells the others that this page looks at a conversation; returns how to say that it types. */
export function usePresence(id: string, seen: number): () => void {
  const typed = useRef(0);
  const shown = useRef(seen);
  shown.current = seen;

  const tell = useCallback(() => {
    if (document.visibilityState === 'hidden') return;
    const typing = Date.now() - typed.current < TYPING_MS;
    showPresence(id, typing, shown.current).catch(() => undefined);
  }, [id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is seen is told at once
  useEffect(() => {
    tell();
    const timer = setInterval(tell, BEAT_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [tell, seen]);

  return useCallback(() => {
    const before = typed.current;
    typed.current = Date.now();
    if (typed.current - before > TYPING_MS) tell();
  }, [tell]);
}
