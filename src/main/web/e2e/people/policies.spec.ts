import { expect, type Page } from '@playwright/test';
import { accessible } from '../sound';
import { picture, signIn } from '../steps';
import { ADA, test } from './steps';

const reset = (page: Page, none = false) => page.request.post('/fake/policies', { data: { none } });

test.beforeEach(async ({ page }) => {
  await signIn(page, ADA);
  await page.request.post('/fake/assistants', { data: {} });
  await reset(page);
});

test.afterAll(async ({ request }) => {
  await request.post('/fake/assistants', { data: { none: true } });
});

test('a workspace without policies says what they are for', async ({ page }) => {
  await reset(page, true);
  await page.goto('/admin/policies');
  await expect(page.getByRole('heading', { name: 'No policies yet' })).toBeVisible();
  await picture(page, 'policies-none');
});

test('a policy is added, and a fault stands at its field', async ({ page }) => {
  await page.goto('/admin/policies');
  await page.getByRole('button', { name: 'Add policy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mail of people');
  await dialog.getByRole('checkbox', { name: 'In answers' }).check();
  await dialog.getByRole('checkbox', { name: 'E-mail address' }).check();
  await expect(dialog.getByText('All assistants, and programs')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Help desk' }).check();
  await dialog.getByRole('textbox', { name: 'Patterns' }).fill('(');
  await accessible(page, 'dialog');
  await picture(page, 'policies-dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('is not one of RE2')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Patterns' }).fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('listitem').filter({ hasText: 'Mail of people' });
  await expect(row.getByText('Before a model, In answers · Help desk')).toBeVisible();
});

test('a policy is turned on, moved and removed', async ({ page }) => {
  await page.goto('/admin/policies');
  const menu = (name: string) => page.getByRole('button', { name: `Options of ${name}` });
  const choose = (name: string) => page.getByText(name, { exact: true }).click();
  const rows = page.getByRole('main').getByRole('listitem');
  await menu('Projects nobody may know of').click();
  await choose('Turn on');
  await expect(page.getByText('Off', { exact: true })).toHaveCount(0);
  await menu('Projects nobody may know of').click();
  await choose('Move up');
  await expect(rows.nth(1)).toContainText('Projects nobody may know of');
  await menu('Personal data').click();
  await choose('Remove…');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(rows).toHaveCount(2);
});

test('a text is tried', async ({ page }) => {
  await page.goto('/admin/policies');
  await page.getByRole('textbox', { name: 'Text' }).fill('Write to jane@example.org 😀 today');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await expect(page.locator('mark')).toHaveText('jane@example.org');
  await expect(page.getByText('Write to [email] 😀 today')).toBeVisible();
  await page.locator('mark').scrollIntoViewIfNeeded();
  await picture(page, 'policies-tried');
});
