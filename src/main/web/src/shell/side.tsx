import { Files, Keyboard, MessageSquare, SquarePen, SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { useSession } from '../platform/session';
import { KEYS } from '../platform/shortcuts';
import { buttonClass, IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { Mark } from '../ui/mark';
import { Administration, type AdminSection } from './administration';
import { InboxLink } from './inbox-link';
import { NavLink } from './nav-link';
import { UserMenu } from './user-menu';

export type Section = 'chat' | 'inbox' | 'documents' | 'reference' | AdminSection;

interface SideProps {
  section: Section | null;
  documentsBadge: ReactNode;
  onPicked: () => void;
  onSheet: () => void;
  children: ReactNode;
}

export function Side({ section, documentsBadge, onPicked, onSheet, children }: SideProps) {
  const t = useText();
  const session = useSession();
  return (
    <>
      <div className="flex h-14 shrink-0 items-center gap-2.5 px-4">
        <Mark />
        <span className="truncate font-semibold tracking-[-0.01em]">
          {session.data?.workspace.name ?? 'Parley'}
        </span>
      </div>
      <div className="px-2">
        <Link
          to="/"
          onClick={onPicked}
          title={KEYS.newChat.join(' + ')}
          className={classes(buttonClass('plain'), 'w-full justify-start! px-2.5!')}
        >
          <SquarePen size={16} aria-hidden="true" />
          {t.list.newChat}
        </Link>
      </div>
      {/* On a short screen all of it scrolls, so that conversations keep some room. */}
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <nav aria-label={t.shell.navigation} className="mt-2 flex flex-col gap-px px-2">
          <NavLink to="/" current={section === 'chat'} onClick={onPicked}>
            <MessageSquare size={16} aria-hidden="true" />
            {t.shell.chat}
          </NavLink>
          <InboxLink current={section === 'inbox'} onPicked={onPicked} />
          <NavLink to="/documents" current={section === 'documents'} onClick={onPicked}>
            <Files size={16} aria-hidden="true" />
            {t.shell.documents}
            {documentsBadge}
          </NavLink>
          <NavLink to="/docs" current={section === 'reference'} onClick={onPicked}>
            <SquareTerminal size={16} aria-hidden="true" />
            {t.shell.api}
          </NavLink>
        </nav>
        <Administration section={section} onPicked={onPicked} />
        <div className="mt-3 flex min-h-60 flex-1 flex-col border-t border-line">{children}</div>
      </div>
      <div className="flex shrink-0 items-center gap-1 border-t border-line px-2 py-1.5">
        <UserMenu onPicked={onPicked} />
        <IconButton label={t.shell.shortcuts} onClick={onSheet}>
          <Keyboard size={17} />
        </IconButton>
      </div>
    </>
  );
}
