import type { Page } from '@playwright/test';
import { ADA, test as people } from '../people/steps';
import { signIn } from '../steps';

interface Wish {
  reset?: boolean;
  broken?: boolean;
  empty?: boolean;
}

/** Changes what the fake server has of models and money. */
export const operator = (page: Page, data: Wish) => page.request.post('/fake/console', { data });

/** Every test begins with the models and the money as they were, signed in as the owner. */
export const test = people.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    await operator(page, { reset: true });
    await signIn(page, ADA);
    await use(page);
    await operator(page, { reset: true });
  },
});
