import type { ReactNode } from 'react';
import { Link } from '../platform/router';
import { classes } from '../ui/classes';

interface NavLinkProps {
  to: string;
  current: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function NavLink({ to, current, onClick, children }: NavLinkProps) {
  return (
    <Link
      to={to}
      onClick={onClick}
      aria-current={current ? 'page' : undefined}
      className={classes(
        'flex h-8.5 coarse:h-11 items-center gap-2.5 rounded-lg px-2.5 text-sm transition-colors',
        current ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover/70 hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
