import { expect, type Page } from '@playwright/test';
import { sound, triesAgain } from '../sound';
import { operator, test } from './steps';

type Step = (page: Page) => Promise<void>;

const press =
  (...names: string[]): Step =>
  async (page) => {
    for (const name of names) await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };

const STATES: [name: string, path: string, reach?: Step][] = [
  ['usage', '/admin/usage'],
  ['usage-hours', '/admin/usage?range=24h&measure=requests&by=key'],
  [
    'usage-table',
    '/admin/usage?range=7d&by=kind',
    (page) => page.getByRole('button', { name: 'Table' }).click(),
  ],
  ['explain', '/admin/usage?request=known'],
  ['budgets', '/admin/budgets'],
  ['budget', '/admin/budgets', press('Whole company')],
  ['budget-new', '/admin/budgets', press('Add budget')],
  ['limit-new', '/admin/budgets', press('Add limit')],
  ['prices', '/admin/prices?past=1'],
  ['price-new', '/admin/prices', press('Add price')],
  ['models', '/admin/models'],
  ['provider', '/admin/models', press('openai-eu')],
  ['provider-new', '/admin/models', press('Add provider')],
  ['route-new', '/admin/models', press('Add route')],
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path, reach] of STATES) {
    test(`${name} is sound in ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await reach?.(page);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await sound(page, name);
    });
  }
}

for (const language of ['de-DE', 'zh-CN']) {
  for (const [name, path] of STATES.filter(([, , reach]) => reach === undefined)) {
    test(`${name} fits its width in ${language}`, async ({ browser, page, baseURL, viewport }) => {
      const context = await browser.newContext({
        locale: language,
        viewport,
        ...(baseURL !== undefined && { baseURL }),
      });
      await context.addCookies(await page.context().cookies());
      const theirs = await context.newPage();
      await theirs.goto(path);
      await sound(theirs, `${name}-${language}`);
      await context.close();
    });
  }
}

test('what cannot be loaded says so, and is tried again', async ({ page }) => {
  for (const [path, pattern] of [
    ['/admin/usage', '**/api/v1/admin/usage?*'],
    ['/admin/models', '**/api/v1/admin/models'],
    ['/admin/prices', '**/api/v1/admin/prices'],
    ['/admin/budgets', '**/api/v1/admin/budgets'],
  ] as const) {
    await triesAgain(page, path, pattern);
  }
});

test('there is nothing yet', async ({ page }) => {
  await operator(page, { empty: true });
  for (const path of ['/admin/models', '/admin/budgets']) {
    await page.goto(path);
    await sound(page, `empty${path.replaceAll('/', '-')}`);
  }
});

test('a budget is opened and closed by the keyboard alone', async ({ page }) => {
  await page.goto('/admin/budgets');
  await page.getByRole('button', { name: 'Whole company' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Whole company' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Whole company' })).toBeFocused();
});
