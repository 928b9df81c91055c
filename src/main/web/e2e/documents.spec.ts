import { expect, type Page, test } from '@playwright/test';
import { complaints, file, open, picture, unique } from './steps';

const chooser = (page: Page) =>
  page.locator('input[type=file][multiple]:not([webkitdirectory])').first();
const row = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: page.getByRole('checkbox') });

test('a file is uploaded, read, opened and deleted', async ({ page }) => {
  const found = complaints(page);
  const name = unique('parking');
  await open(page, '/documents');
  await chooser(page).setInputFiles(
    file(`${name}.md`, '# Parking\n\nThere are twelve places behind the house.\n'),
  );

  // The list draws what is in view, and there may be many before it.
  await page.getByRole('textbox', { name: 'Filter by name' }).fill(name);
  await expect(row(page, name)).toContainText(/passage/);
  await picture(page, 'documents');
  await row(page, name).getByRole('link').click();
  await expect(page.getByText('There are twelve places behind the house.')).toBeVisible();
  await picture(page, 'document');

  await page.getByRole('link', { name: 'Documents' }).last().click();
  await page.getByRole('textbox', { name: 'Filter by name' }).fill(name);
  await row(page, name)
    .getByRole('button', { name: /^Options of/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row(page, name)).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Document deleted.')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
  await expect(row(page, name)).toHaveCount(0);
  expect(found).toEqual([]);
});

test('what cannot be read is refused before it is sent', async ({ page }) => {
  await open(page, '/documents');
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/knowledge/')) sent += 1;
  });
  await chooser(page).setInputFiles([file('film.mp4', 'x'), file('empty.md', '')]);

  const uploads = page.getByRole('region', { name: 'Uploads' });
  await expect(uploads).toContainText('Files of the kind .mp4 cannot be read.');
  await expect(uploads).toContainText('The file is empty.');
  expect(sent).toBe(0);
  await picture(page, 'refused');
  await uploads.getByRole('button', { name: 'Clear list' }).click();
  await expect(uploads).toHaveCount(0);
});

test('a damaged file fails with its reason and can be replaced', async ({ page }) => {
  const name = unique('broken');
  await open(page, '/documents');
  await chooser(page).setInputFiles({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 %FAIL% this is no PDF'),
  });

  await expect(row(page, name).locator('.text-danger').locator('visible=true')).toContainText(/\w/);
  await picture(page, 'failed-document');
  await row(page, name)
    .getByRole('button', { name: /^Options of/ })
    .click();
  await expect(page.getByRole('menuitem', { name: 'Replace…' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

test('the filter stands in the address', async ({ page }) => {
  await open(page, '/documents');
  const names = page.getByRole('textbox', { name: 'Filter by name' });
  await names.fill('zzz-nothing');
  await expect(page).toHaveURL(/q=zzz-nothing/);
  await expect(page.getByRole('heading', { name: 'No document fits this filter' })).toBeVisible();
  await page.reload();
  await expect(names).toHaveValue('zzz-nothing');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).not.toHaveURL(/q=/);
});

test('an upload goes on while another page is looked at', async ({ page, isMobile }) => {
  const name = unique('holiday');
  await open(page, '/documents');
  await chooser(page).setInputFiles(
    Array.from({ length: 5 }, (_, at) =>
      file(`${name}-${at}.md`, `# Holiday ${at}\n\nWe are closed.\n`),
    ),
  );
  if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('link', { name: 'API', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'API reference' })).toBeVisible();
  if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: /^Documents/ })
    .click();
  await page.getByRole('textbox', { name: 'Filter by name' }).fill(name);
  await expect(page.getByRole('listitem').filter({ hasText: /passage/ })).toHaveCount(5);

  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await expect(page.getByText('5 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('5 documents deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('heading', { name: 'No document fits this filter' })).toBeVisible();
});

test('the test search marks words and leads to the place', async ({ page }) => {
  await open(page, '/documents/search');
  await page
    .getByRole('textbox', { name: 'Search your documents' })
    .fill('leave carried over documents');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText(/passages? in \d+ ms/)).toBeVisible();
  await picture(page, 'search');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await expect(page.locator('mark').first()).toBeInViewport();
});
