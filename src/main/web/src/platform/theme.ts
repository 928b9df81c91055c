import { createStore } from './store';

export type ThemeChoice = 'system' | 'light' | 'dark';

const NAME = 'parley.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

const read = (): ThemeChoice => {
  try {
    const stored = localStorage.getItem(NAME);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
};

export const themeStore = createStore<ThemeChoice>(read());

function show(): void {
  const choice = themeStore.get();
  const dark = choice === 'dark' || (choice === 'system' && systemDark.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(NAME, choice);
  } catch {
    // The choice holds for this page then.
  }
  themeStore.set(choice);
  show();
}

systemDark.addEventListener('change', show);
