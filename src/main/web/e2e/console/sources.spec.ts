import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { complaints, open, picture, unique } from '../steps';
import { test } from './steps';

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 2 }) });

const menu = async (page: Page, name: string, item: string) => {
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const sound = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

test.beforeEach(async ({ page }) => {
  await page.request.post('/fake/sources');
});

test('a source is added, runs, is told of and removed', async ({ page }) => {
  const found = complaints(page);
  const name = unique('guide');
  await open(page, '/documents');
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await page.getByRole('button', { name: 'Add source' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add source' });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://guide.example.org/docs/');
  await dialog.getByText('Limits and selection').click();
  await picture(page, 'source-dialog');
  await sound(page);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await expect(row(page, name)).toContainText(/of 20 pages seen|added/);
  await expect(row(page, name)).toContainText('20 added');
  await expect(row(page, name)).toContainText('Done');

  await menu(page, name, 'Remove…');
  await page.getByRole('button', { name: 'Remove source' }).click();
  await expect(row(page, name)).toHaveCount(0);
  expect(found).toEqual([]);
});

test('the report tells what happened to which page', async ({ page }) => {
  await open(page, '/documents/sources');
  await expect(row(page, 'Documentation')).toContainText('1 forgotten');
  await menu(page, 'Documentation', 'Report…');

  const report = page.getByRole('dialog', { name: 'Report of Documentation' });
  await expect(report).toContainText('Left out · robots.txt does not allow it');
  await picture(page, 'source-report');
  await sound(page);
});

test('what went wrong is said, and what is missing can be forgotten', async ({ page }) => {
  await open(page, '/documents/sources');
  await expect(row(page, 'Status feed')).toContainText(
    'robots.txt of the server could not be read',
  );
  const archive = row(page, 'Handbook archive');
  await expect(archive).toContainText('30 pages were not there any more');
  await archive.getByRole('button', { name: 'Forget them' }).click();
  await expect(archive.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await archive.getByRole('button', { name: 'Cancel' }).click();
  await expect(archive).toContainText('Cancelled');
});

test('an address that may not be called is refused at its field', async ({ page }) => {
  await open(page, '/documents/sources');
  await page.getByRole('button', { name: 'Add source' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add source' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(unique('inside'));
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('bucket');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1/');
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill('shelf');
  await dialog.getByRole('textbox', { name: 'Region' }).fill('eu-1');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('The server may not call this address.');
});

test('an empty list teaches, and a failed one can be tried again', async ({ page }) => {
  let answer: object | null = null;
  await page.route('**/api/v1/knowledge/sources', (route) =>
    answer === null ? route.abort() : route.fulfill({ json: answer }),
  );
  await open(page, '/documents/sources');
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await picture(page, 'sources-unreachable');
  answer = { sources: [], folders: false };
  await page.getByRole('alert').getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
  await picture(page, 'sources-empty');
  await sound(page);
});

for (const language of ['Deutsch', '中文'] as const) {
  test(`sources fit in ${language}`, async ({ page }) => {
    await open(page, '/documents/sources');
    const menuButton = page.getByRole('button', { name: 'Menu', exact: true });
    if (await menuButton.isVisible()) await menuButton.click();
    await page.getByRole('button', { name: 'Account and settings' }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await open(page, '/documents/sources');
    await expect(row(page, 'Documentation')).toBeVisible();
    await picture(page, `sources-${language === 'Deutsch' ? 'de' : 'zh'}`);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`sources are shown in ${scheme}`, async ({ page }) => {
    const found = complaints(page);
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '/documents/sources');
    await expect(row(page, 'Documentation')).toBeVisible();
    await picture(page, 'sources');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await sound(page);
    expect(found).toEqual([]);
  });
}
