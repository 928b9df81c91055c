import { useText } from '../platform/i18n';
import type { LiveTurn } from './live-turns';

/** Tells a screen reader that an answer has begun and that it is there, not every word of it. */
export function Spoken({ live }: { live: LiveTurn | null }) {
  const t = useText();
  const said = live === null ? '' : live.state.end === null ? t.chat.answering : t.chat.answered;
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
