import type { Catalogue } from '../platform/i18n';
import type { Setting, SettingChange, SettingValue } from '../wire/types';

/** What the form has instead of what is in force; null for the default. */
export type Draft = Readonly<Record<string, SettingValue | null>>;

/** As the form shows it. */
export function shownValue(setting: Setting, draft: Draft): SettingValue {
  const own = draft[setting.key];
  if (own === undefined) return setting.value;
  return own ?? setting.standard;
}

export const isChosen = (setting: Setting, draft: Draft): boolean =>
  setting.key in draft ? draft[setting.key] !== null : setting.chosen;

/** The draft with another value; without it where that is what is in force. */
export function drafted(setting: Setting, value: SettingValue | null, draft: Draft): Draft {
  const { [setting.key]: _, ...rest } = draft;
  const asItIs = value === null ? !setting.chosen : same(value, setting.value);
  return asItIs ? rest : { ...rest, [setting.key]: value };
}

/** What would be sent of a value: numbers as such, texts without space around. */
export function cleaned(setting: Setting, value: SettingValue): SettingValue {
  if (Array.isArray(value)) return value.map((line) => line.trim()).filter((line) => line !== '');
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return setting.form.type === 'number' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** What would change, in the order of the form. */
export const changesOf = (settings: readonly Setting[], draft: Draft): SettingChange[] =>
  settings.flatMap((setting) => {
    if (!(setting.key in draft)) return [];
    const after = cleaned(setting, shownValue(setting, draft));
    if (draft[setting.key] !== null && same(after, setting.value)) return [];
    return [{ key: setting.key, before: setting.value, after }];
  });

/** What is sent. */
export function wishOf(
  settings: readonly Setting[],
  draft: Draft,
): Record<string, SettingValue | null> {
  const changed = new Set(changesOf(settings, draft).map(({ key }) => key));
  return Object.fromEntries(
    settings
      .filter(({ key }) => changed.has(key))
      .map((setting) => {
        const value = draft[setting.key] ?? null;
        return [setting.key, value === null ? null : cleaned(setting, value)];
      }),
  );
}

/** What is wrong with a value before the server is asked; null when nothing is. */
export function faultOf(t: Catalogue, setting: Setting, shown: SettingValue): string | null {
  const { type, least = 0, most = 0, longest = 0 } = setting.form;
  const value = cleaned(setting, shown);
  if (type === 'number') {
    const fits = typeof value === 'number' && value >= least && value <= most;
    return fits ? null : t.settings.between(least, most);
  }
  if (type === 'text') return pointsOf(value) <= longest ? null : t.settings.tooLong(longest);
  if (type !== 'lines' || !Array.isArray(value)) return null;
  if (value.length > most) return t.settings.tooMany(most);
  return value.every((line) => pointsOf(line) <= longest) ? null : t.settings.tooLong(longest);
}

const pointsOf = (value: SettingValue): number => [...String(value)].length;

export const same = (one: SettingValue, other: SettingValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
