import { expect } from '@playwright/test';
import { picture, signIn } from '../steps';
import { ADA, CODE, PASSWORD, test } from './steps';

test.beforeEach(({ page }) => signIn(page, ADA));

test('a name is changed', async ({ page }) => {
  await page.goto('/account');
  const name = page.getByRole('textbox', { name: 'Name' });
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await name.fill('Ada M.');
  await save.click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue('Ada M.');
});

test('a password is changed with the current one', async ({ page }) => {
  await page.goto('/account/security');
  await page.getByLabel('Current password').fill('wrong');
  await page.getByLabel('New password').fill('a long way home');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your current password.')).toBeVisible();
  await expect(page.getByLabel('Current password')).toBeFocused();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('The new password holds.')).toBeVisible();
  await expect(page.getByLabel('Current password')).toHaveValue('');
});

test('a second factor is set up and taken away', async ({ page }) => {
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  await picture(page, 'totp');
  await dialog.getByRole('textbox', { name: 'Code of the app' }).fill('654321');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByText('This code is not right, or no longer.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Code of the app' }).fill(CODE);
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByTestId('recovery-codes').getByRole('listitem')).toHaveCount(10);
  await picture(page, 'recovery-codes');
  const file = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await file).suggestedFilename()).toBe('parley-recovery-codes.txt');
  await dialog.getByRole('button', { name: 'I have saved them' }).click();

  await page.getByRole('button', { name: 'Turn off' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Two-step sign-in is off.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
});

test('sessions are listed and ended', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/account/security');
  const rows = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'This device' })).toHaveCount(1);
  await rows
    .filter({ hasNotText: 'This device' })
    .getByRole('button', { name: /^Sign out/ })
    .click();
  await expect(rows).toHaveCount(1);

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await picture(page, 'sign-out-everywhere');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a key is made, shown once, and revoked', async ({ page }) => {
  await page.goto('/account/keys');
  await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible();
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('reserved');
  await dialog.getByRole('radio', { name: 'Only what I choose' }).check();
  await dialog.getByRole('checkbox', { name: 'Ask questions' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Read answers' }).uncheck();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Choose at least one.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Read answers' }).check();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('This name is reserved.')).toBeVisible();
  await picture(page, 'key-form');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nightly report');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByTestId('api-key')).toHaveText(/^sk_live_/);
  await picture(page, 'key-made');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The key is revoked.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible();
});

test('a publishable key needs its sites', async ({ page }) => {
  await page.goto('/account/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Widget');
  await dialog.getByRole('radio', { name: 'Publishable' }).check();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Name at least one site.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Web sites' }).fill('example.org');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('example.org is no address of a site.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Web sites' }).fill('https://www.example.org/');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Widget' })).toContainText(
    'www.example.org',
  );
  await picture(page, 'keys');
});
