import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';
import { inputClass } from '../ui/field';
import { Switch } from '../ui/switch';
import type { Setting, SettingValue } from '../wire/types';
import { AccentChoice } from './accent-choice';
import { wordOf } from './words';

interface ControlProps {
  setting: Setting;
  value: SettingValue;
  invalid: boolean;
  id: string;
  labelledBy: string;
  describedBy: string;
  onChange: (value: SettingValue) => void;
}

/** What a setting is changed with, by what values it can have. */
export function Control({
  setting,
  value,
  invalid,
  id,
  labelledBy,
  describedBy,
  onChange,
}: ControlProps) {
  const t = useText();
  const { type, least, most, unit, words = [] } = setting.form;
  const named = { id, 'aria-describedby': describedBy };
  switch (type) {
    case 'switch':
      return (
        <Switch
          id={id}
          labelledBy={labelledBy}
          describedBy={describedBy}
          on={value === true}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <div className="flex items-center gap-2">
          <input
            {...named}
            name={setting.key}
            inputMode="numeric"
            autoComplete="off"
            value={String(value)}
            min={least}
            max={most}
            aria-invalid={invalid}
            onChange={(event) => onChange(event.target.value)}
            className={classes(inputClass, 'w-28! tabular-nums')}
          />
          <span className="text-sm text-muted">{unitOf(t.settings.units, unit)}</span>
        </div>
      );
    case 'choice':
      return setting.key === 'workspace.accent' ? (
        <AccentChoice
          settingKey={setting.key}
          labelledBy={labelledBy}
          describedBy={describedBy}
          words={words}
          value={String(value)}
          onChoose={onChange}
        />
      ) : (
        <select
          {...named}
          name={setting.key}
          value={String(value)}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value)}
          className={inputClass}
        >
          {words.map((word) => (
            <option key={word} value={word} className="bg-surface text-ink">
              {wordOf(t, setting.key, word)}
            </option>
          ))}
        </select>
      );
    case 'text':
      return (
        <input
          {...named}
          name={setting.key}
          autoComplete="off"
          value={String(value)}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value)}
          className={inputClass}
        />
      );
    case 'lines':
      return (
        <textarea
          {...named}
          name={setting.key}
          rows={most}
          value={Array.isArray(value) ? value.join('\n') : String(value)}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.target.value.split('\n'))}
          className={classes(inputClass, 'h-auto! py-2')}
        />
      );
  }
}

const unitOf = (units: Readonly<Record<string, string>>, unit = ''): string => units[unit] ?? unit;
