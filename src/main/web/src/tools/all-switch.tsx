import { Power } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { switchTools } from './api';
import { useQuietly } from './use-quietly';

/** Whether tools are used at all. */
export function AllSwitch({ stopped, manages }: { stopped: boolean; manages: boolean }) {
  const t = useText();
  const quietly = useQuietly();
  const act = manages && (
    <Button
      look={stopped ? 'primary' : 'plain'}
      small
      onClick={() => quietly(switchTools(!stopped))}
      className="shrink-0"
    >
      <Power size={15} aria-hidden="true" />
      {stopped ? t.tools.start : t.tools.stop}
    </Button>
  );
  if (!stopped) return act ? <div className="mt-4 flex justify-end">{act}</div> : null;
  return (
    <div
      role="status"
      className="mt-6 flex flex-wrap items-center justify-between gap-3 rounded-xl bg-danger-soft px-4 py-3 text-sm"
    >
      <div>
        <p className="font-medium text-danger">{t.tools.stoppedTitle}</p>
        <p className="mt-0.5">{t.tools.stoppedText}</p>
      </div>
      {act}
    </div>
  );
}
