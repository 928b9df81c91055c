import { ChatPage } from './chat/page';
import { FirstDocuments } from './documents/first-documents';
import {
  AccountPage,
  AssistantPage,
  AssistantsPage,
  AuditPage,
  BudgetsPage,
  DocumentPage,
  DocumentsPage,
  ForgotPage,
  type Here,
  InboxPage,
  ModelsPage,
  PeoplePage,
  PoliciesPage,
  PricesPage,
  QuestionsPage,
  ReferencePage,
  RegisterPage,
  ResetPage,
  SearchPage,
  SettingsPage,
  SetupPage,
  SharedPage,
  SignInPage,
  SourcesPage,
  ToolsPage,
  UsagePage,
} from './routes';
import { NotFound } from './shell/not-found';

export function Page({ here }: { here: Here | null }) {
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
    case 'sources':
      return <SourcesPage />;
    case 'document':
      return <DocumentPage key={id} id={id} />;
    case 'reference':
      return <ReferencePage />;
    case 'shared':
      return <SharedPage key={id} token={id} />;
    case 'signIn':
      return <SignInPage />;
    case 'register':
      return <RegisterPage />;
    case 'forgot':
      return <ForgotPage />;
    case 'reset':
      return <ResetPage />;
    case 'setup':
      return <SetupPage />;
    case 'profile':
    case 'security':
    case 'keys':
      return <AccountPage tab={here.page} />;
    case 'people':
      return <PeoplePage />;
    case 'audit':
      return <AuditPage />;
    case 'models':
      return <ModelsPage />;
    case 'prices':
      return <PricesPage />;
    case 'budgets':
      return <BudgetsPage />;
    case 'usage':
      return <UsagePage />;
    case 'inbox':
      return <InboxPage id={null} />;
    case 'inboxConversation':
      return <InboxPage id={id} />;
    case 'policies':
      return <PoliciesPage />;
    case 'settings':
      return <SettingsPage />;
    case 'tools':
      return <ToolsPage />;
    case 'assistants':
      return <AssistantsPage />;
    case 'assistant':
      return <AssistantPage key={id} id={id} tab="editor" />;
    case 'assistantCases':
      return <AssistantPage key={id} id={id} tab="cases" />;
    case 'questions':
      return <QuestionsPage />;
    case undefined:
      return <NotFound />;
  }
}
