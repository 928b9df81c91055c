import { Check, KeyRound, Monitor, Moon, Settings2, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseLanguage, LANGUAGES, type Language, useLanguage, useText } from '../platform/i18n';
import { forgetKey, keyStore } from '../platform/key';
import { useStore } from '../platform/store';
import { chooseTheme, type ThemeChoice, themeStore } from '../platform/theme';
import { Menu, type MenuItem } from '../ui/menu';

const THEME_ICONS: Record<ThemeChoice, ReactNode> = {
  system: <Monitor size={15} />,
  light: <Sun size={15} />,
  dark: <Moon size={15} />,
};

/** Theme, language, and the key of this tab. */
export function Settings() {
  const t = useText();
  const theme = useStore(themeStore);
  const language = useLanguage();
  const { key } = useStore(keyStore);
  const themes = (['system', 'light', 'dark'] as const).map(
    (choice): MenuItem => ({
      label: t.shell[choice],
      icon: THEME_ICONS[choice],
      checked: theme === choice,
      act: () => chooseTheme(choice),
    }),
  );
  const languages = (Object.entries(LANGUAGES) as [Language, string][]).map(
    ([name, label]): MenuItem => ({
      label,
      icon: name === language ? <Check size={15} /> : <span className="w-[15px]" />,
      checked: name === language,
      act: () => chooseLanguage(name),
    }),
  );
  const keyItem: MenuItem = {
    label: t.shell.forgetKey,
    icon: <KeyRound size={15} />,
    act: () => {
      forgetKey();
      location.reload();
    },
  };
  return (
    <Menu
      label={t.shell.settings}
      trigger={<Settings2 size={17} />}
      items={[...themes, ...languages, ...(key === null ? [] : [keyItem])]}
      className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
    />
  );
}
