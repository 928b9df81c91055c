import { useEffect, useState } from 'react';
import type { Connection } from '../platform/follow';
import { useText } from '../platform/i18n';

const PATIENCE_MS = 2_000;

/** A thin line while the stream of an answer is lost. */
export function ConnectionBar({ state }: { state: Connection | undefined }) {
  const t = useText();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (state === 'waiting') {
      setLost(true);
      return;
    }
    if (state === 'connecting') {
      const timer = setTimeout(() => setLost(true), PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    setLost(false);
  }, [state]);
  return (
    <div role="status" className="relative z-10 h-0">
      {lost && (
        <p className="enter absolute inset-x-0 top-0 flex h-7 items-center justify-center gap-2 bg-warn-soft text-xs font-medium text-warn">
          <span className="breathe size-1.5 rounded-full bg-warn" aria-hidden="true" />
          {t.chat.reconnecting}
        </p>
      )}
    </div>
  );
}
