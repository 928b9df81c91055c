import type { Catalogue } from '../platform/i18n';
import type { Setting, SettingValue } from '../wire/types';

type Words = Readonly<Record<string, string>>;

/** A setting in the reader's language; one that this page does not know by its key. */
export const nameOf = (t: Catalogue, key: string): string =>
  (t.settings.names as Words)[key] ?? key;

export const aboutOf = (t: Catalogue, { key, about }: Setting): string =>
  (t.settings.abouts as Words)[key] ?? about;

export const groupOf = (t: Catalogue, group: string): string =>
  (t.settings.groups as Words)[group] ?? group;

export const wordOf = (t: Catalogue, key: string, word: string): string =>
  (t.settings.words as Readonly<Record<string, Words>>)[key]?.[word] ?? word;

/** A value as people read it. */
export function valueText(t: Catalogue, key: string, value: SettingValue | undefined): string {
  if (value === undefined) return t.settings.unknown;
  if (typeof value === 'boolean') return value ? t.settings.on : t.settings.off;
  if (typeof value === 'number') return t.settings.number(value);
  if (Array.isArray(value)) return value.length === 0 ? t.settings.none : value.join(' · ');
  return value === '' ? t.settings.none : wordOf(t, key, value);
}
