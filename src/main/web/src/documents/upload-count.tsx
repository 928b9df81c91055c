import { useText } from '../platform/i18n';
import { useStore } from '../platform/store';
import { isGoing, uploadStore } from './uploads';

/** Beside "Documents" in the navigation, wherever one is: what is still being uploaded. */
export function UploadCount() {
  const t = useText();
  const going = useStore(uploadStore).filter(isGoing).length;
  if (going === 0) return null;
  return (
    <span
      role="img"
      aria-label={t.uploads.going(going)}
      className="breathe ml-auto rounded-full bg-accent-soft px-2 text-xs font-semibold tabular-nums text-accent"
    >
      {going}
    </span>
  );
}
