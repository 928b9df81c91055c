import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import type { Health } from './health';

const LOOKS: Record<Health, string> = {
  healthy: 'bg-accent',
  degraded: 'bg-warn',
  down: 'bg-danger',
  unused: 'border border-line-strong bg-transparent',
};

const WORDS: Record<Health, string> = {
  healthy: 'text-muted',
  degraded: 'text-warn',
  down: 'text-danger font-medium',
  unused: 'text-muted',
};

/** How somebody does, as a dot and a word. */
export function HealthBadge({ health }: { health: Health }) {
  const t = useText();
  return (
    <span className={classes('inline-flex items-center gap-1.5 text-sm', WORDS[health])}>
      <span aria-hidden="true" className={classes('size-2 rounded-full', LOOKS[health])} />
      {t.models.health[health]}
    </span>
  );
}
