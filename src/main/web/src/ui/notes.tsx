import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import type { Problem } from '../wire/types';
import { Button } from './button';
import { classes } from './classes';

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
}

/** A page or panel with nothing in it, saying why and what to do. */
export function Empty({ icon, title, children, actions, level = 2 }: EmptyProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      {icon && (
        <div className="mb-5 flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent">
          {icon}
        </div>
      )}
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {children && <div className="mt-2 leading-relaxed text-muted text-pretty">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

interface ProblemNoteProps {
  problem: Problem;
  title?: string | undefined;
  retry?: (() => void) | undefined;
  retryLabel?: string;
  className?: string;
}

/** What happened and what can be done, quiet enough to stand inside a conversation. */
export function ProblemNote({ problem, title, retry, retryLabel, className }: ProblemNoteProps) {
  const t = useText();
  return (
    <div
      role="alert"
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-danger-soft px-4 py-3 text-sm',
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium text-danger">{title ?? t.failedTitle}</p>
        <p className="mt-0.5 text-ink">{problemText(t, problem)}</p>
        {problem.request_id !== '' && !explained(problem) && (
          <p className="mt-1 font-mono text-2xs text-muted">
            {t.common.reference(problem.request_id)}
          </p>
        )}
      </div>
      {retry && (
        <Button small onClick={retry}>
          {retryLabel ?? t.common.retry}
        </Button>
      )}
    </div>
  );
}

/** Whether the words are all there is to know, so that nobody needs to look into the server's log. */
const explained = ({ status }: Problem): boolean => [401, 403, 404, 409, 429].includes(status);

export function Skeleton({ lines, className }: { lines: number; className?: string }) {
  const t = useText();
  const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3'];
  return (
    <div
      role="status"
      aria-label={t.common.loading}
      className={classes('flex flex-col gap-3', className)}
    >
      {Array.from({ length: lines }, (_, at) => (
        <div key={String(at)} className={classes('skeleton h-4', widths[at % widths.length])} />
      ))}
    </div>
  );
}
