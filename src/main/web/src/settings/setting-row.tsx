import { RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import type { Setting, SettingValue } from '../wire/types';
import { Control } from './control';
import { type Draft, isChosen, shownValue } from './draft';
import { aboutOf, nameOf, valueText } from './words';

interface SettingRowProps {
  setting: Setting;
  draft: Draft;
  fault: string | null;
  onChange: (value: SettingValue | null) => void;
}

/** A setting with what it does, its default, and whether somebody has chosen another value. */
export function SettingRow({ setting, draft, fault, onChange }: SettingRowProps) {
  const t = useText();
  const id = useId();
  const chosen = isChosen(setting, draft);
  const name = nameOf(t, setting.key);
  const small = setting.form.type === 'switch' || setting.form.type === 'number';
  return (
    <div
      className={classes(
        'flex gap-x-8 gap-y-3 border-t border-line px-4 py-4 first:border-t-0 sm:px-5',
        small ? 'flex-wrap items-start justify-between' : 'flex-col',
      )}
    >
      <div className={classes('min-w-0', small && 'flex-1 basis-64')}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 id={id} className="text-sm font-medium">
            {setting.key === 'workspace.accent' ? (
              name
            ) : (
              <label htmlFor={`${id}-control`}>{name}</label>
            )}
          </h3>
          {chosen && <Badge tone="good">{t.settings.chosen}</Badge>}
          {setting.key in draft && <Badge tone="warn">{t.settings.unsaved}</Badge>}
        </div>
        <p id={`${id}-about`} className="mt-0.5 text-sm text-muted text-pretty">
          {aboutOf(t, setting)}
        </p>
      </div>
      <div
        className={classes('flex min-w-0 flex-col gap-1.5', small && 'items-start sm:items-end')}
      >
        <Control
          setting={setting}
          value={shownValue(setting, draft)}
          invalid={fault !== null}
          id={`${id}-control`}
          labelledBy={id}
          describedBy={`${id}-about ${id}-note`}
          onChange={onChange}
        />
        <div id={`${id}-note`} className="flex flex-wrap items-center gap-x-2 text-xs">
          {fault && <span className="text-sm text-danger">{fault}</span>}
          {chosen && !fault && (
            <span className="text-muted [overflow-wrap:anywhere]">
              {t.settings.standard(valueText(t, setting.key, setting.standard))}
            </span>
          )}
          {chosen && (
            <Button
              small
              look="quiet"
              aria-label={t.settings.backNamed(name)}
              onClick={() => onChange(null)}
            >
              <RotateCcw size={13} aria-hidden="true" />
              {t.settings.back}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
