import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import type { Problem } from '../wire/types';
import { Button } from './button';
import { ProblemNote } from './notes';

interface FormEndProps {
  problem: Problem | null;
  busy: boolean;
  /** Seconds until it may be tried again. */
  wait: number;
  /** What the button says. */
  children: ReactNode;
  onCancel?: () => void;
  /** One button over the whole width. */
  wide?: boolean;
  disabled?: boolean;
  /** It cannot be undone. */
  danger?: boolean;
}

/** What went wrong with the form as a whole, and its button. */
export function FormEnd(props: FormEndProps) {
  const { problem, busy, wait, children, onCancel, wide = false, disabled = false } = props;
  const { danger = false } = props;
  const t = useText();
  const label = wait > 0 ? t.form.wait(wait) : busy ? t.form.sending : children;
  return (
    <>
      {problem && <ProblemNote problem={problem} title={wait > 0 ? t.form.tooOften : undefined} />}
      <div className={wide ? 'mt-1' : 'flex flex-wrap justify-end gap-2'}>
        {onCancel && <Button onClick={onCancel}>{t.common.cancel}</Button>}
        <Button
          look={danger ? 'danger' : 'primary'}
          type="submit"
          disabled={busy || wait > 0 || disabled}
          className={wide ? 'h-10 w-full tabular-nums' : 'tabular-nums'}
        >
          {label}
        </Button>
      </div>
    </>
  );
}
