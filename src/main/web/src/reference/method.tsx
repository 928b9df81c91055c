import { classes } from '../ui/classes';
import type { Method } from './contract';

const LOOKS: Record<Method, string> = {
  get: 'text-accent bg-accent-soft',
  post: 'text-warn bg-warn-soft',
  put: 'text-warn bg-warn-soft',
  patch: 'text-warn bg-warn-soft',
  delete: 'text-danger bg-danger-soft',
};

export function MethodBadge({ method }: { method: Method }) {
  return (
    <span
      className={classes(
        'inline-flex h-5 w-14 shrink-0 items-center justify-center rounded-[5px] font-mono text-2xs font-semibold uppercase',
        LOOKS[method],
      )}
    >
      {method}
    </span>
  );
}
