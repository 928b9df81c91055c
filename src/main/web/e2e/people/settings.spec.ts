import { expect, type Page } from '@playwright/test';
import { accessible, fits, inBoth, sound } from '../sound';
import { picture, signIn } from '../steps';
import { ADA, test } from './steps';

const server = (page: Page, data: { some?: boolean; other?: Record<string, unknown> } = {}) =>
  page.request.post('/fake/settings', { data });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const review = (page: Page) => page.getByRole('button', { name: 'Review and save' });
const dialogOf = (page: Page) => page.getByRole('dialog');

test.beforeEach(async ({ page }) => {
  await signIn(page, ADA);
  await server(page, { some: true });
  await page.goto('/admin/settings');
  await expect(field(page, 'Passages of an answer')).toHaveValue('6');
});

test.afterEach(async ({ page }) => {
  await server(page);
});

test('what is changed can be seen before it is saved', async ({ page }) => {
  await field(page, 'Passages of an answer').fill('10');
  await page.getByRole('switch', { name: 'Public links' }).click();
  await page.getByRole('combobox', { name: 'Who may make an account' }).selectOption('Nobody');
  await expect(page.getByText('3 changes')).toBeVisible();
  await picture(page, 'settings-unsaved');
  await review(page).click();
  const dialog = dialogOf(page);
  await expect(dialog.locator('dt')).toHaveText([
    'Who may make an account',
    'Passages of an answer',
    'Public links',
  ]);
  await expect(dialog.getByText('Is: 10')).toBeVisible();
  await accessible(page, 'dialog');
  await picture(page, 'settings-review');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Because');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Version 3', { exact: true })).toBeVisible();
  await expect(page.getByText('“Because”')).toBeVisible();
  await expect(review(page)).toBeHidden();
});

test('a colour is shown at once to whoever saves it, in light and dark', async ({ page }) => {
  await page.getByRole('radio', { name: 'Green' }).focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Rose' })).toBeChecked();
  await review(page).click();
  await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-accent', 'rose');
  await inBoth(page, () => sound(page, 'settings-rose'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-accent', 'rose');
});

test('a fault stands at its setting, ours or the server’s', async ({ page }) => {
  await field(page, 'Longest answer').fill('0');
  await expect(page.getByText('Must be a whole number from 1 to 32,000.')).toBeVisible();
  await expect(field(page, 'Longest answer')).toHaveAttribute('aria-invalid', 'true');
  await expect(review(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(field(page, 'Longest answer')).toHaveValue('1024');
  await field(page, 'Name').fill('forbidden');
  await review(page).click();
  await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByText('is not wanted here')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('forbidden');
});

test('a default is taken back', async ({ page }) => {
  await page
    .getByRole('button', { name: 'Use the default of Passages of an answer' })
    .press('Enter');
  await expect(field(page, 'Passages of an answer')).toHaveValue('8');
  await review(page).press('Enter');
  await expect(dialogOf(page).getByText('Is: 8')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).press('Enter');
  await expect(field(page, 'Passages of an answer')).toHaveValue('6');
});

test('who is too late keeps what was typed and sees what others did', async ({ page }) => {
  await field(page, 'Name').fill('Mine');
  await server(page, { some: true, other: { 'answers.passages': 40 } });
  await review(page).click();
  await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Somebody else has changed' });
  await expect(told).toBeVisible();
  await picture(page, 'settings-conflict');
  await told.getByRole('button', { name: 'Look again' }).click();
  await expect(field(page, 'Passages of an answer')).toHaveValue('40');
  await expect(field(page, 'Name')).toHaveValue('Mine');
  await review(page).click();
  await expect(dialogOf(page).locator('dt')).toHaveText(['Name']);
  await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Version 4', { exact: true })).toBeVisible();
});

test('the history tells who did what, and leads back', async ({ page }) => {
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('In force');
  await expect(rows.nth(1)).toContainText('Ada Moreau');
  await expect(rows.nth(1)).toContainText('“More of the handbook in each answer”');
  await rows.nth(1).getByRole('button', { name: 'Roll back to version 1' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.locator('dt')).toHaveText(['Passages of an answer', 'Suggested questions']);
  await picture(page, 'settings-roll-back');
  await dialog.getByRole('button', { name: 'Roll back', exact: true }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Back to version 1');
  await expect(field(page, 'Passages of an answer')).toHaveValue('12');
});

test('in German and Chinese everything has its words', async ({ page }) => {
  for (const [language, title, name] of [
    ['de', 'Einstellungen', 'Abschnitte einer Antwort'],
    ['zh', '设置', '回答使用的段落'],
  ] as const) {
    await page.evaluate((one) => localStorage.setItem('parley.language', one), language);
    await page.reload();
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(field(page, name)).toHaveValue('6');
    await fits(page);
    await picture(page, `settings-${language}`);
  }
});

test('who may not change settings is not led to them', async ({ page }) => {
  await signIn(page, 'chidi@example.org');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
});
