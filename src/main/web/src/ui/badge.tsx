import type { ReactNode } from 'react';
import { classes } from './classes';

const TONES = {
  plain: 'bg-hover text-muted',
  good: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
} as const;

export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: keyof typeof TONES;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        'inline-flex h-5 items-center whitespace-nowrap rounded-md px-1.5 text-xs font-medium',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
