import { type Page, test as plain } from '@playwright/test';
import { complaints } from '../steps';

export const ADA = 'ada@example.org';
export const BO = 'bo@example.org';
export const PASSWORD = 'correct horse battery';
export const CODE = '123456';

interface Rules {
  signInNeeded?: boolean;
  registration?: 'open' | 'invitation' | 'closed';
  oidc?: boolean;
  lifeSeconds?: number;
}

interface Wish {
  rules?: Rules;
  tampered?: boolean;
  forgetTokens?: boolean;
  endSessions?: boolean;
  reset?: boolean;
}

/** Changes the fake server's mind. */
export const server = (page: Page, data: Wish) => page.request.post('/fake/people', { data });

/** Every test begins with the people as they were, and ends without a complaint of the browser. */
export const test = plain.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    await server(page, { reset: true, endSessions: true });
    const found = complaints(page);
    await use(page);
    await server(page, { reset: true });
    plain.expect(found).toEqual([]);
  },
});
