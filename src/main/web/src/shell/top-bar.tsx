import { Menu, SquarePen } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { useSession } from '../platform/session';
import { IconButton } from '../ui/button';

export function TopBar({ onMenu }: { onMenu: () => void }) {
  const t = useText();
  const session = useSession();
  return (
    <header className="flex h-13 shrink-0 items-center justify-between border-b border-line bg-panel px-1.5">
      <IconButton label={t.shell.menu} onClick={onMenu} className="size-11!">
        <Menu size={20} />
      </IconButton>
      <span className="truncate text-sm font-semibold">
        {session.data?.workspace.name ?? 'Parley'}
      </span>
      <Link
        to="/"
        aria-label={t.list.newChat}
        className="inline-flex size-11 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-ink"
      >
        <SquarePen size={19} />
      </Link>
    </header>
  );
}
