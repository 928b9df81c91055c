import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect } from 'react';
import { ConversationList } from './chat/conversation-list';
import { UploadCount } from './documents/upload-count';
import { Page } from './page';
import { showAccent } from './platform/accent';
import { queryClient } from './platform/client';
import { go, usePath } from './platform/router';
import { useSession } from './platform/session';
import { tokens } from './platform/sign-in';
import { useStore } from './platform/store';
import { signInFor } from './platform/wanted';
import { type Here, isEntrance, type PageName, routeOf } from './routes';
import { Crash } from './shell/crash';
import { Shell } from './shell/shell';
import type { Section } from './shell/side';
import { Skeleton } from './ui/notes';
import { Toasts } from './ui/toasts';

const SECTIONS: Partial<Record<PageName, Section>> = {
  chat: 'chat',
  conversation: 'chat',
  documents: 'documents',
  documentSearch: 'documents',
  sources: 'documents',
  document: 'documents',
  reference: 'reference',
  people: 'people',
  audit: 'audit',
  models: 'models',
  prices: 'prices',
  budgets: 'budgets',
  usage: 'usage',
  policies: 'policies',
  inbox: 'inbox',
  inboxConversation: 'inbox',
  tools: 'tools',
  assistants: 'assistants',
  assistant: 'assistants',
  assistantCases: 'assistants',
  questions: 'assistants',
  settings: 'settings',
};

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Crash>
        <Pages />
      </Crash>
      <Toasts />
    </QueryClientProvider>
  );
}

function Pages() {
  const here = routeOf(usePath());
  const { token, refused } = useStore(tokens.store);
  if (here !== null && isEntrance(here.page)) {
    return (
      <Suspense fallback={null}>
        <Page here={here} />
      </Suspense>
    );
  }
  // The reference can be read by everybody.
  if (here?.page === 'reference' && refused) return <InShell here={here} conversations={null} />;
  if (refused) return <ToSignIn />;
  return <SignedIn key={token?.userId ?? ''} here={here} />;
}

function ToSignIn() {
  useEffect(() => {
    go(signInFor(location.pathname + location.search + location.hash), { replace: true });
  }, []);
  return null;
}

/** For those who are let in, with a name or without. */
function SignedIn({ here }: { here: Here | null }) {
  const session = useSession();
  const { token } = useStore(tokens.store);
  const accent = session.data?.workspace.accent;
  useEffect(() => {
    if (accent !== undefined) showAccent(accent);
  }, [accent]);
  const currentId = here?.page === 'conversation' ? (here.params['id'] ?? null) : null;
  // Nothing is shown that a sign-in page would push away a moment later.
  if (token === null && session.isPending && here?.page !== 'reference') return null;
  return (
    <InShell
      here={here}
      conversations={(onPicked) => <ConversationList currentId={currentId} onPicked={onPicked} />}
    />
  );
}

interface InShellProps {
  here: Here | null;
  conversations: ((onPicked: () => void) => ReactNode) | null;
}

function InShell({ here, conversations }: InShellProps) {
  return (
    <Shell
      section={(here && SECTIONS[here.page]) ?? null}
      conversations={conversations ?? (() => null)}
      documentsBadge={<UploadCount />}
    >
      <Suspense fallback={<Skeleton lines={6} className="mx-auto max-w-3xl px-6 pt-12" />}>
        <Page here={here} />
      </Suspense>
    </Shell>
  );
}
