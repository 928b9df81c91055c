import { Undo2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import type { SettingVersion } from '../wire/types';
import { ChangeList } from './change-list';
import { useWho } from './use-who';

interface HistoryRowProps {
  version: SettingVersion;
  current: boolean;
  onRestore: () => void;
}

export function HistoryRow({ version, current, onRestore }: HistoryRowProps) {
  const t = useText();
  const formats = useFormats();
  const who = useWho();
  return (
    <li className="border-t border-line px-4 py-4 first:border-t-0 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span>{t.settings.version(version.version)}</span>
            {current && <Badge tone="good">{t.settings.current}</Badge>}
            {version.restored !== undefined && (
              <Badge>
                {version.restored === 0
                  ? t.settings.restoredNothing
                  : t.settings.restored(version.restored)}
              </Badge>
            )}
          </p>
          <p className="mt-0.5 text-xs text-muted">
            {who(version.changed_by)} · <time>{formats.dateTime(version.changed_at)}</time>
          </p>
        </div>
        {!current && (
          <Button small aria-label={t.settings.restoreNamed(version.version)} onClick={onRestore}>
            <Undo2 size={14} aria-hidden="true" />
            {t.settings.restore}
          </Button>
        )}
      </div>
      {version.note && <p className="mt-2 text-sm [overflow-wrap:anywhere]">“{version.note}”</p>}
      {version.changes && version.changes.length > 0 && (
        <div className="mt-3">
          <ChangeList changes={version.changes} />
        </div>
      )}
    </li>
  );
}
