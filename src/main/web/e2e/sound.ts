import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { picture } from './steps';

/** Axe finds nothing wrong with the page, or with a part of it. */
export async function accessible(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

/** The page has loaded and fits its width. */
export async function fits(page: Page): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
}

/** The page has loaded, fits its width, and axe finds nothing; a picture is taken. */
export async function sound(page: Page, name: string): Promise<void> {
  await fits(page);
  await picture(page, name);
  await accessible(page);
}

/** Turns the page dark, then light, and looks at it each time. */
export async function inBoth(
  page: Page,
  look: (scheme: 'dark' | 'light') => Promise<void>,
): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`html[data-theme=${colorScheme}]`)).toHaveCount(1);
    await look(colorScheme);
  }
}

/**
 * A page whose data cannot be had says so, and has it when tried again.
 *
 * @param pattern the request that fails
 */
export async function triesAgain(page: Page, path: string, pattern: string): Promise<void> {
  await page.route(pattern, (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'No.', status: 403, code: 'forbidden', retryable: false }),
    }),
  );
  await page.goto(path);
  const alert = page.getByRole('alert').first();
  await expect(alert).toContainText('You are not allowed to do this.');
  await page.unroute(pattern);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
}
