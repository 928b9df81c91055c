import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import type { Problem } from '../wire/types';
import { Button } from './button';
import { Dialog } from './dialog';
import { ProblemNote } from './notes';

interface ConfirmProps {
  title: string;
  text: string;
  /** What the button says it does. */
  act: string;
  onAct: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, text, act, onAct, onClose }: ConfirmProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = () => {
    setBusy(true);
    setProblem(null);
    onAct().then(onClose, (error: unknown) => {
      setProblem(problemIn(error));
      setBusy(false);
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <p className="text-pretty text-muted">{text}</p>
        {problem && <ProblemNote problem={problem} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="danger" disabled={busy} onClick={go}>
            {act}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
