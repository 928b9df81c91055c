import type { Choice } from '../ui/select';
import type { AssistantDefinition } from '../wire/types';

const TAGS: readonly NonNullable<AssistantDefinition['language']>[] = [
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
  'zh-Hant',
];

/** The languages that answers can be in, by their names in the reader's own. */
export function languages(reader: string): Choice[] {
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  return TAGS.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, reader),
  );
}
