import { type ComponentType, lazy } from 'react';
import { match } from './platform/router';

export type PageName =
  | 'chat'
  | 'conversation'
  | 'documents'
  | 'documentSearch'
  | 'document'
  | 'setup'
  | 'reference';

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
  { page: 'document', path: '/documents/:id' },
  { page: 'setup', path: '/setup' },
  { page: 'reference', path: '/docs' },
];

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
export const SetupPage = part(async () => (await import('./setup/page')).SetupPage);
export const ReferencePage = part(async () => (await import('./reference/page')).ReferencePage);
