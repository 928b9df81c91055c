import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useText } from '../platform/i18n';
import { useDesk } from '../platform/media';
import { go } from '../platform/router';
import { useShortcut } from '../platform/shortcuts';
import { Dialog } from '../ui/dialog';
import { KeySheet } from './key-sheet';
import { type Section, Side } from './side';
import { TopBar } from './top-bar';

interface ShellProps {
  section: Section | null;
  conversations: (onPicked: () => void) => ReactNode;
  documentsBadge: ReactNode;
  children: ReactNode;
}

/** What stands around every page: navigation, conversations, the key sheet. */
export function Shell({ section, conversations, documentsBadge, children }: ShellProps) {
  const t = useText();
  const desk = useDesk();
  const [drawer, setDrawer] = useState(false);
  const [sheet, setSheet] = useState(false);
  const closeDrawer = useCallback(() => setDrawer(false), []);
  useShortcut('newChat', newChat);
  useShortcut(
    'sheet',
    useCallback(() => {
      setSheet(true);
      return true;
    }, []),
  );
  useEffect(() => {
    if (desk) setDrawer(false);
  }, [desk]);

  const side = (onPicked: () => void) => (
    <Side
      section={section}
      documentsBadge={documentsBadge}
      onPicked={onPicked}
      onSheet={() => {
        setDrawer(false);
        setSheet(true);
      }}
    >
      {conversations(onPicked)}
    </Side>
  );
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-ink focus:px-4 focus:py-2 focus:text-canvas"
      >
        {t.common.skip}
      </a>
      {desk ? (
        <header className="flex w-[17rem] shrink-0 flex-col border-r border-line bg-panel">
          {side(() => undefined)}
        </header>
      ) : (
        <TopBar onMenu={() => setDrawer(true)} />
      )}
      <main
        id="content"
        tabIndex={-1}
        className="relative min-h-0 min-w-0 flex-1 overflow-clip focus:outline-none"
      >
        {children}
      </main>
      {drawer && !desk && (
        <Dialog title={t.shell.menu} at="left" bare onClose={closeDrawer}>
          <div className="flex h-full flex-col bg-panel">{side(closeDrawer)}</div>
        </Dialog>
      )}
      {sheet && <KeySheet onClose={() => setSheet(false)} />}
    </div>
  );
}

function newChat(): boolean {
  go('/');
  return true;
}
