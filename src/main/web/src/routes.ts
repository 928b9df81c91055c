import { type ComponentType, lazy } from 'react';
import { match } from './platform/router';

export type PageName =
  | 'chat'
  | 'conversation'
  | 'documents'
  | 'documentSearch'
  | 'sources'
  | 'document'
  | 'reference'
  | 'shared'
  | 'signIn'
  | 'register'
  | 'forgot'
  | 'reset'
  | 'setup'
  | 'profile'
  | 'security'
  | 'keys'
  | 'people'
  | 'audit'
  | 'models'
  | 'prices'
  | 'budgets'
  | 'usage'
  | 'policies'
  | 'inbox'
  | 'inboxConversation'
  | 'tools'
  | 'assistants'
  | 'assistant'
  | 'assistantCases'
  | 'questions'
  | 'settings';

interface Route {
  page: PageName;
  path: string;
}

/** Every address of the application; the first that fits is taken. */
const ROUTES: readonly Route[] = [
  { page: 'chat', path: '/' },
  { page: 'conversation', path: '/c/:id' },
  { page: 'documents', path: '/documents' },
  { page: 'documentSearch', path: '/documents/search' },
  { page: 'sources', path: '/documents/sources' },
  { page: 'document', path: '/documents/:id' },
  { page: 'reference', path: '/docs' },
  { page: 'shared', path: '/shared/:id' },
  { page: 'signIn', path: '/sign-in' },
  { page: 'register', path: '/register' },
  { page: 'forgot', path: '/forgot' },
  { page: 'reset', path: '/reset' },
  { page: 'setup', path: '/setup' },
  { page: 'profile', path: '/account' },
  { page: 'security', path: '/account/security' },
  { page: 'keys', path: '/account/keys' },
  { page: 'people', path: '/admin/people' },
  { page: 'audit', path: '/admin/audit' },
  { page: 'models', path: '/admin/models' },
  { page: 'prices', path: '/admin/prices' },
  { page: 'budgets', path: '/admin/budgets' },
  { page: 'usage', path: '/admin/usage' },
  { page: 'policies', path: '/admin/policies' },
  { page: 'inbox', path: '/inbox' },
  { page: 'inboxConversation', path: '/inbox/:id' },
  { page: 'tools', path: '/admin/tools' },
  { page: 'assistants', path: '/admin/assistants' },
  { page: 'assistant', path: '/admin/assistants/:id' },
  { page: 'assistantCases', path: '/admin/assistants/:id/cases' },
  { page: 'questions', path: '/admin/questions' },
  { page: 'settings', path: '/admin/settings' },
];

const ENTRANCES: readonly PageName[] = ['shared', 'signIn', 'register', 'forgot', 'reset', 'setup'];

/** Whether a page stands before the door: alone, and for nobody in particular. */
export const isEntrance = (page: PageName): boolean => ENTRANCES.includes(page);

export interface Here {
  page: PageName;
  params: Record<string, string>;
}

export function routeOf(path: string): Here | null {
  for (const { page, path: pattern } of ROUTES) {
    const params = match(pattern, path);
    if (params) return { page, params };
  }
  return null;
}

const part = <P>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load() }));

export const DocumentsPage = part(async () => (await import('./documents/page')).DocumentsPage);
export const DocumentPage = part(
  async () => (await import('./documents/document-page')).DocumentPage,
);
export const SearchPage = part(async () => (await import('./documents/search-page')).SearchPage);
export const SourcesPage = part(async () => (await import('./sources/page')).SourcesPage);
export const SetupPage = part(async () => (await import('./setup/page')).SetupPage);
export const ReferencePage = part(async () => (await import('./reference/page')).ReferencePage);
export const SignInPage = part(async () => (await import('./sign-in/page')).SignInPage);
export const RegisterPage = part(
  async () => (await import('./sign-in/register-page')).RegisterPage,
);
export const ForgotPage = part(async () => (await import('./sign-in/forgot-page')).ForgotPage);
export const ResetPage = part(async () => (await import('./sign-in/reset-page')).ResetPage);
export const AccountPage = part(async () => (await import('./account/page')).AccountPage);
export const PeoplePage = part(async () => (await import('./people/page')).PeoplePage);
export const SharedPage = part(async () => (await import('./shared/page')).SharedPage);
export const AuditPage = part(async () => (await import('./audit/page')).AuditPage);
export const ModelsPage = part(async () => (await import('./models/page')).ModelsPage);
export const PricesPage = part(async () => (await import('./prices/page')).PricesPage);
export const BudgetsPage = part(async () => (await import('./budgets/page')).BudgetsPage);
export const UsagePage = part(async () => (await import('./usage/page')).UsagePage);
export const InboxPage = part(async () => (await import('./inbox/page')).InboxPage);
export const ToolsPage = part(async () => (await import('./tools/page')).ToolsPage);
export const SettingsPage = part(async () => (await import('./settings/page')).SettingsPage);
export const PoliciesPage = part(async () => (await import('./policies/page')).PoliciesPage);
export const AssistantsPage = part(async () => (await import('./assistants/page')).AssistantsPage);
export const AssistantPage = part(
  async () => (await import('./assistants/assistant-page')).AssistantPage,
);
export const QuestionsPage = part(
  async () => (await import('./assistants/questions-page')).QuestionsPage,
);
