import { ChevronsUpDown, LogIn, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  type Catalogue,
  chooseLanguage,
  LANGUAGES,
  type Language,
  useLanguage,
  useText,
} from '../platform/i18n';
import { go } from '../platform/router';
import { useSession } from '../platform/session';
import { signOut } from '../platform/sign-in';
import { useStore } from '../platform/store';
import { chooseTheme, type ThemeChoice, themeStore } from '../platform/theme';
import { toast } from '../platform/toasts';
import { signInFor } from '../platform/wanted';
import { Avatar } from '../ui/avatar';
import { Menu, type MenuItem } from '../ui/menu';
import type { Session } from '../wire/types';

const THEME_ICONS: Record<ThemeChoice, ReactNode> = {
  system: <Monitor size={15} />,
  light: <Sun size={15} />,
  dark: <Moon size={15} />,
};

/** Who is here, how it looks, and the way out. */
export function UserMenu({ onPicked }: { onPicked: () => void }) {
  const t = useText();
  const theme = useStore(themeStore);
  const language = useLanguage();
  const caller = useSession().data?.caller;
  const { name, detail } = wordsFor(t, caller);
  const themes = (['system', 'light', 'dark'] as const).map(
    (choice): MenuItem => ({
      label: t.shell[choice],
      icon: THEME_ICONS[choice],
      checked: theme === choice,
      group: t.account.theme,
      act: () => chooseTheme(choice),
    }),
  );
  const languages = (Object.entries(LANGUAGES) as [Language, string][]).map(
    ([code, label]): MenuItem => ({
      label,
      checked: code === language,
      group: t.account.language,
      act: () => chooseLanguage(code),
    }),
  );
  const own: MenuItem = {
    label: t.account.title,
    icon: <UserRound size={15} />,
    act: () => {
      onPicked();
      go('/account');
    },
  };
  const out: MenuItem = {
    label: t.account.signOut,
    icon: <LogOut size={15} />,
    act: () => void signOut().catch(() => toast(t.problems['unreachable'] ?? '')),
  };
  const into: MenuItem = {
    label: t.signIn.go,
    icon: <LogIn size={15} />,
    act: () => {
      onPicked();
      go(signInFor(location.pathname + location.search + location.hash));
    },
  };
  const person = caller?.kind === 'person';
  return (
    <Menu
      label={t.account.menu}
      trigger={
        <>
          <Avatar name={name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-medium text-ink">{name}</span>
            <span className="block truncate text-xs text-muted">{detail}</span>
          </span>
          <ChevronsUpDown size={15} className="shrink-0 text-faint" aria-hidden="true" />
        </>
      }
      items={[...(person ? [own] : []), ...themes, ...languages, person ? out : into]}
      className="flex min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2 py-1.5 text-left transition-colors hover:bg-hover"
    />
  );
}

function wordsFor(
  t: Catalogue,
  caller: Session['caller'] | undefined,
): { name: string; detail: string } {
  if (caller?.kind === 'person') {
    return { name: caller.name ?? '', detail: caller.role ? t.roles[caller.role] : '' };
  }
  return { name: t.account.anonymous, detail: caller ? t.account.anonymousText : '' };
}
