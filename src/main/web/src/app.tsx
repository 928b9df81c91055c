import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ConversationList } from './chat/conversation-list';
import { ChatPage } from './chat/page';
import { FirstDocuments } from './documents/first-documents';
import { UploadCount } from './documents/upload-count';
import { queryClient } from './platform/client';
import { keyStore } from './platform/key';
import { usePath } from './platform/router';
import { useStore } from './platform/store';
import {
  DocumentPage,
  DocumentsPage,
  type Here,
  type PageName,
  ReferencePage,
  routeOf,
  SearchPage,
  SetupPage,
} from './routes';
import { KeyPage } from './setup/key-page';
import { Crash } from './shell/crash';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import type { Section } from './shell/side';
import { Skeleton } from './ui/notes';
import { Toasts } from './ui/toasts';

const SECTIONS: Record<PageName, Section | null> = {
  chat: 'chat',
  conversation: 'chat',
  documents: 'documents',
  documentSearch: 'documents',
  document: 'documents',
  reference: 'reference',
  setup: null,
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
  const { refused } = useStore(keyStore);
  if (here?.page === 'setup') {
    return (
      <Suspense fallback={null}>
        <SetupPage />
      </Suspense>
    );
  }
  // The reference needs no key to be read.
  if (refused && here?.page !== 'reference') return <KeyPage />;
  const currentId = here?.page === 'conversation' ? (here.params['id'] ?? null) : null;
  return (
    <Shell
      section={here ? SECTIONS[here.page] : null}
      conversations={(onPicked) => <ConversationList currentId={currentId} onPicked={onPicked} />}
      documentsBadge={<UploadCount />}
    >
      <Suspense fallback={<Skeleton lines={6} className="mx-auto max-w-3xl px-6 pt-12" />}>
        <Page here={here} />
      </Suspense>
    </Shell>
  );
}

function Page({ here }: { here: Here | null }) {
  const id = here?.params['id'] ?? '';
  switch (here?.page) {
    case 'chat':
      return <ChatPage id={null} firstDocuments={<FirstDocuments />} />;
    case 'conversation':
      return <ChatPage id={id} firstDocuments={null} />;
    case 'documents':
      return <DocumentsPage />;
    case 'documentSearch':
      return <SearchPage />;
    case 'document':
      return <DocumentPage key={id} id={id} />;
    case 'reference':
      return <ReferencePage />;
    case 'setup':
    case undefined:
      return <NotFound />;
  }
}
