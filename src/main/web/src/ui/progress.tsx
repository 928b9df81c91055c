import { classes } from './classes';

interface ProgressProps {
  label: string;
  /** From 0 to 1; absent while nothing can be counted. */
  share?: number | undefined;
  className?: string;
}

export function Progress({ label, share, className }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
      className={classes('h-1 overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={classes(
          'h-full rounded-full bg-accent transition-[width]',
          share === undefined && 'slide-along w-1/3',
        )}
        style={share === undefined ? undefined : { width: `${Math.round(share * 1000) / 10}%` }}
      />
    </div>
  );
}
