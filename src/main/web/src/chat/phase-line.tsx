import { useEffect, useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { Phase } from './reduce';

const SHOW_AFTER_S = 2;

function words(t: Catalogue, phase: Phase): string {
  switch (phase.name) {
    case 'starting':
      return t.chat.starting;
    case 'again':
      return t.chat.again;
    case 'searching':
      return t.chat.searching(phase.bases);
    case 'reading':
      return t.chat.reading(phase.passages);
    case 'calling':
      return t.chat.calling(phase.tool);
    case 'writing':
      return t.chat.writing;
  }
}

/** What is being done, in words, and for how long once that is worth saying. */
export function PhaseLine({ phase, startedAt }: { phase: Phase; startedAt: number }) {
  const t = useText();
  const formats = useFormats();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const count = () => setSeconds(Math.floor((Date.now() - startedAt) / 1000));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <p className="flex h-7 items-center gap-2.5 text-sm text-muted">
      <span className="flex gap-1" aria-hidden="true">
        <span className="breathe size-1.5 rounded-full bg-accent" />
      </span>
      <span>{words(t, phase)}…</span>
      {seconds >= SHOW_AFTER_S && (
        <span className="tabular-nums text-faint">{formats.seconds(seconds)}</span>
      )}
    </p>
  );
}
