import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';

/** Whether a tool asks before it is used. */
export function Effect({ effect }: { effect: boolean }) {
  const t = useText();
  return <Badge tone={effect ? 'warn' : 'plain'}>{effect ? t.tools.changes : t.tools.reads}</Badge>;
}
