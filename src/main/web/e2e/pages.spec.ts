import { expect, test } from '@playwright/test';
import { fits } from './sound';
import { complaints, open, picture } from './steps';

const PAGES: [name: string, path: string, heading: string | RegExp][] = [
  ['welcome', '/', 'What would you like to know?'],
  ['documents', '/documents', 'Documents'],
  ['search', '/documents/search', 'Test search'],
  ['reference', '/docs', 'API reference'],
  ['setup', '/setup#token', 'Set up Parley'],
  ['setup-incomplete', '/setup', 'This link is incomplete'],
  ['not-found', '/nowhere', 'There is nothing here'],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path, heading] of PAGES) {
    test(`${name} is shown in ${scheme}`, async ({ page }) => {
      const found = complaints(page);
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, path);

      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
      await fits(page);
      await picture(page, name);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(scheme);
      const taller = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(taller).toBeLessThanOrEqual(0);
      expect(found).toEqual([]);
    });
  }
}

test('the chosen theme and language stay', async ({ page, isMobile }) => {
  await open(page, '/docs');
  const menu = async (name: string) => {
    if (isMobile) await page.getByRole('button', { name, exact: true }).click();
  };
  await menu('Menu');
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  await page.reload();

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { name: 'API-Referenz' })).toBeVisible();
});

test('every operation of the contract has its place', async ({ page }) => {
  await open(page, '/docs#postMessage');
  await expect(page.locator('#postMessage')).toBeInViewport();
  await expect(page.locator('#readTurnEvents')).toBeAttached();
});
