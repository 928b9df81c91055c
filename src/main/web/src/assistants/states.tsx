import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import type { Assistant } from '../wire/types';

/** How far an assistant is, in a word or two. */
export function States({ assistant }: { assistant: Assistant }) {
  const t = useText();
  const { live_version: live, latest_version: latest, archived, slug } = assistant;
  if (archived) return <Badge>{t.assistants.archived}</Badge>;
  return (
    <>
      {live === undefined ? (
        <Badge>{t.assistants.notLive}</Badge>
      ) : (
        <Badge tone="good">{t.assistants.live(live)}</Badge>
      )}
      {live !== undefined && latest > live && (
        <Badge tone="warn">{t.assistants.newer(latest)}</Badge>
      )}
      {slug === 'default' && <Badge>{t.assistants.standard}</Badge>}
    </>
  );
}
