import { expect, type Page, test } from '@playwright/test';
import { accessible } from './sound';
import { answered, ask, open, QUESTION } from './steps';

type Step = (page: Page) => Promise<void>;

const shown = (heading: string) => (page: Page) =>
  expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();

const STATES: [name: string, path: string, reach: Step][] = [
  ['welcome', '/', shown('What would you like to know?')],
  [
    'an answer with its source open',
    '/',
    async (page) => {
      await ask(page, QUESTION);
      const answer = await answered(page);
      await answer.locator('[data-citation]').first().click();
      await expect(page.locator('mark').first()).toBeVisible();
    },
  ],
  [
    'how an answer came to be',
    '/',
    async (page) => {
      await ask(page, QUESTION);
      await answered(page);
      await page.getByRole('button', { name: 'How this was answered' }).click();
      await expect(page.getByText(/passages? (was|were) looked through/)).toBeVisible();
    },
  ],
  ['documents', '/documents', shown('Documents')],
  [
    'search',
    '/documents/search?q=leave',
    (page) => expect(page.getByText(/ in \d+ ms/)).toBeVisible(),
  ],
  [
    'a document',
    '/documents',
    async (page) => {
      await page
        .getByRole('listitem')
        .filter({ hasText: /passage/ })
        .first()
        .getByRole('link')
        .click();
      await expect(page.locator('article p').first()).toBeVisible();
    },
  ],
  ['reference', '/docs', shown('API reference')],
  ['setup', '/setup#token', shown('Set up Parley')],
  ['not found', '/nowhere', shown('There is nothing here')],
  [
    'the menu or the key sheet',
    '/docs',
    async (page) => {
      const menu = page.getByRole('button', { name: 'Menu', exact: true });
      await shown('API reference')(page);
      if (await menu.isVisible()) await menu.click();
      else await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path, reach] of STATES) {
    test(`axe finds nothing: ${name}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(page, path);
      await reach(page);
      await expect(page.locator('.skeleton')).toHaveCount(0);

      await accessible(page);
    });
  }
}
