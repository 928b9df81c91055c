import { expect, test } from '@playwright/test';
import { answered, ask, input, open, QUESTION } from './steps';

test('everything in a conversation can be done with keys', async ({ page }) => {
  await open(page, '/');
  await expect(input(page)).toBeFocused();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Enter');
  const answer = await answered(page);
  const first = page.url();

  const chip = answer.locator('[data-citation]').first();
  await page.getByRole('region', { name: 'Conversation' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Edit question' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(chip).toBeFocused();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('mark').first()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.locator('mark')).toHaveCount(0);

  await page.keyboard.press('Control+Shift+O');
  await expect(page).toHaveURL(/\/$/);
  await ask(page, QUESTION);
  await answered(page);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page).toHaveURL(first);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page).not.toHaveURL(first);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search conversations' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
});

test('? shows the keys, and Escape closes them', async ({ page }) => {
  await open(page, '/docs');
  await expect(page.getByRole('heading', { name: 'API reference' })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('New chat');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('a menu is walked with arrows and gives the focus back', async ({ page }) => {
  await open(page, '/docs');
  const button = page.getByRole('button', { name: 'Account and settings' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});
