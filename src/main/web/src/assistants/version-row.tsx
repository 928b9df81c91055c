import { useNames } from '../audit/use-names';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import type { AssistantRevision } from '../wire/types';

interface VersionRowProps {
  revision: AssistantRevision;
  live: boolean;
  comparable: boolean;
  onPublish: (() => void) | undefined;
  onTake: (() => void) | undefined;
  onCompare: () => void;
}

export function VersionRow(props: VersionRowProps) {
  const { revision, live, comparable, onPublish, onTake, onCompare } = props;
  const t = useText();
  const formats = useFormats();
  const nameOf = useNames();
  const { version, note } = revision;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {t.assistants.version(version)}
          {live ? (
            <Badge tone="good">{t.assistants.isLive}</Badge>
          ) : (
            revision.published_at !== undefined && <Badge>{t.assistants.wasLive}</Badge>
          )}
        </p>
        {note !== '' && <p className="mt-0.5 text-sm [overflow-wrap:anywhere]">{note}</p>}
        <p className="mt-0.5 text-xs text-muted">
          {t.assistants.by(formats.dateTime(revision.created_at), nameOf(revision.created_by))}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {comparable && <Button onClick={onCompare}>{t.assistants.compare}</Button>}
        {onTake && <Button onClick={onTake}>{t.assistants.takeOver}</Button>}
        {onPublish && !live && <Button onClick={onPublish}>{t.assistants.publish(version)}</Button>}
      </div>
    </li>
  );
}
