import { createStore, useStore } from '../store';
import { type Catalogue, en } from './en';

export type { Catalogue };

export const LANGUAGES = { en: 'English', de: 'Deutsch', zh: '中文' } as const;
export type Language = keyof typeof LANGUAGES;

const NAME = 'parley.language';

const LOAD: Record<Language, () => Promise<Catalogue>> = {
  en: async () => en,
  de: async () => (await import('./de')).de,
  zh: async () => (await import('./zh')).zh,
};

export const languageStore = createStore<{ language: Language; text: Catalogue }>({
  language: 'en',
  text: en,
});

const known = (name: string | null | undefined): Language | null => {
  const language = name?.slice(0, 2).toLowerCase() ?? '';
  return Object.hasOwn(LANGUAGES, language) ? (language as Language) : null;
};

function preferred(): Language {
  try {
    const stored = known(localStorage.getItem(NAME));
    if (stored) return stored;
  } catch {
    // The browser's languages decide then.
  }
  for (const name of navigator.languages) {
    const language = known(name);
    if (language) return language;
  }
  return 'en';
}

async function show(language: Language): Promise<void> {
  const text = await LOAD[language]();
  document.documentElement.lang = language;
  languageStore.set({ language, text });
}

/** Loads the reader's language before anything is shown; English where that fails. */
export const loadLanguage = (): Promise<void> => show(preferred()).catch(() => undefined);

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(NAME, language);
  } catch {
    // The choice holds for this page then.
  }
  void show(language);
}

export const useText = (): Catalogue => useStore(languageStore).text;
export const text = (): Catalogue => languageStore.get().text;
export const useLanguage = (): Language => useStore(languageStore).language;
