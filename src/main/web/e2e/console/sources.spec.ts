import { expect, type Page } from '@playwright/test';
import { accessible, fits, inBoth, sound, triesAgain } from '../sound';
import { complaints, open, picture, signIn, unique } from '../steps';
import { test } from './steps';

const PATH = '/documents/sources';

const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 2 }) });

const menu = async (page: Page, name: string, item: string) => {
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const adding = async (page: Page) => {
  await page.getByRole('button', { name: 'Add source' }).first().click();
  return page.getByRole('dialog', { name: 'Add source' });
};

/** Bases that the reader of the page has. */
const bases = (page: Page, ...all: [name: string, level: string][]) =>
  page.route('**/api/v1/knowledge/bases', (route) =>
    route.fulfill({
      json: {
        bases: all.map(([name, level], at) => ({
          id: `018f3c7e-0000-7000-8000-00000000000${at + 1}`,
          slug: name.toLowerCase(),
          name,
          description: '',
          documents: 3,
          level,
          everybody: 'reader',
        })),
      },
    }),
  );

test.beforeEach(async ({ page }) => {
  await page.request.post('/fake/sources');
});

test('a source is added, runs, is told of and removed', async ({ page }) => {
  const found = complaints(page);
  const name = unique('guide');
  await open(page, '/documents');
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  const dialog = await adding(page);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://guide.example.org/docs/');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await expect(row(page, name)).toContainText(/of 20 pages seen|added/);
  await expect(row(page, name)).toContainText('20 added');
  await expect(row(page, name)).toContainText('Done');

  await menu(page, name, 'Remove…');
  await page.getByRole('button', { name: 'Remove source' }).click();
  await expect(row(page, name)).toHaveCount(0);
  expect(found).toEqual([]);
});

test('limits and a base are chosen for a source, and stay', async ({ page }) => {
  const name = unique('guide');
  await bases(page, ['Documents', 'editor'], ['Plans', 'reader'], ['Rivers', 'editor']);
  await open(page, PATH);
  await expect(row(page, 'Documentation')).toContainText('Documents · 214 pages');
  const dialog = await adding(page);
  const base = dialog.getByRole('combobox', { name: 'Knowledge base' });
  await expect(base.getByRole('option')).toHaveText(['Documents', 'Rivers']);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await base.selectOption('Rivers');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://guide.example.org/docs/');
  await dialog.getByText('Limits and selection').click();
  await dialog.getByRole('textbox', { name: 'Most megabytes' }).fill('some');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('This is no whole number.');
  await dialog.getByRole('textbox', { name: 'Most megabytes' }).fill('12');
  await dialog.getByRole('textbox', { name: 'Pause between requests (ms)' }).fill('2500');
  await inBoth(page, async () => {
    await picture(page, 'source-dialog');
    await accessible(page);
  });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, name)).toContainText('Rivers · ');
  await expect(row(page, name)).toContainText('Done');

  await menu(page, name, 'Edit…');
  const edit = page.getByRole('dialog', { name: 'Edit source' });
  await expect(edit.getByRole('combobox', { name: 'Knowledge base' })).toBeDisabled();
  await edit.getByText('Limits and selection').click();
  await expect(edit.getByRole('textbox', { name: 'Most megabytes' })).toHaveValue('12');
  await expect(edit.getByRole('textbox', { name: 'Pause between' })).toHaveValue('2500');
});

test('the report tells what happened to which page', async ({ page }) => {
  await open(page, PATH);
  await expect(row(page, 'Documentation')).toContainText('1 forgotten');
  await menu(page, 'Documentation', 'Report…');

  const report = page.getByRole('dialog', { name: 'Report of Documentation' });
  await expect(report).toContainText('Left out · robots.txt does not allow it');
  await inBoth(page, () => sound(page, 'source-report'));
});

test('what went wrong is said, and what is missing can be forgotten', async ({ page }) => {
  await open(page, PATH);
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
  await open(page, PATH);
  const dialog = await adding(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(unique('inside'));
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('bucket');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1/');
  await dialog.getByRole('textbox', { name: 'Bucket' }).fill('shelf');
  await dialog.getByRole('textbox', { name: 'Region' }).fill('eu-1');
  await picture(page, 'source-bucket');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('The server may not call this address.');
});

test('whoever does not manage bases looks on', async ({ page }) => {
  await signIn(page, 'dana@example.org');
  await open(page, PATH);
  await expect(row(page, 'Documentation')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add source' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
  await menu(page, 'Documentation', 'Report…');
  await expect(page.getByRole('dialog', { name: 'Report of Documentation' })).toBeVisible();
});

test('a list that cannot be had can be tried again', async ({ page }) => {
  await triesAgain(page, PATH, '**/api/v1/knowledge/sources');
  await expect(row(page, 'Documentation')).toBeVisible();
});

test('an empty list teaches', async ({ page }) => {
  await page.route('**/api/v1/knowledge/sources', (route) =>
    route.fulfill({ json: { sources: [], folders: false } }),
  );
  await open(page, PATH);
  await expect(page.getByRole('heading', { name: 'No sources yet' })).toBeVisible();
  await sound(page, 'sources-empty');
  const dialog = await adding(page);
  await expect(dialog.getByRole('option', { name: 'Folder of the server' })).toHaveCount(0);
});

for (const language of ['Deutsch', '中文'] as const) {
  test(`sources fit in ${language}`, async ({ page }) => {
    await open(page, PATH);
    const menuButton = page.getByRole('button', { name: 'Menu', exact: true });
    if (await menuButton.isVisible()) await menuButton.click();
    await page.getByRole('button', { name: 'Account and settings' }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await open(page, PATH);
    await expect(row(page, 'Documentation')).toBeVisible();
    await picture(page, `sources-${language === 'Deutsch' ? 'de' : 'zh'}`);
    await fits(page);
  });
}

test('sources are shown in light and dark', async ({ page }) => {
  const found = complaints(page);
  await open(page, PATH);
  await expect(row(page, 'Documentation')).toBeVisible();
  await inBoth(page, () => sound(page, 'sources'));
  expect(found).toEqual([]);
});
