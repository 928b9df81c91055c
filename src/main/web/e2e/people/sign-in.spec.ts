import { expect, type Page } from '@playwright/test';
import { ask, input, picture, signIn } from '../steps';
import { ADA, BO, CODE, PASSWORD, server, test } from './steps';

const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const enter = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });

async function type(page: Page, address: string, word: string): Promise<void> {
  await email(page).fill(address);
  await password(page).fill(word);
  await enter(page).click();
}

test.beforeEach(({ page }) => server(page, { rules: { signInNeeded: true } }));

test('signing in leads to the place that was wanted', async ({ page }) => {
  await page.goto('/documents?q=leave');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(email(page)).toBeFocused();

  await page.keyboard.type(ADA);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/documents\?q=leave$/);
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
});

test('an address of another site is not gone to', async ({ page }) => {
  await page.goto('/sign-in?to=//example.com/x');
  await type(page, ADA, PASSWORD);
  await expect(input(page)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('what is wrong is said at its field', async ({ page }) => {
  await page.goto('/sign-in');
  await enter(page).click();
  await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  await expect(email(page)).toBeFocused();
  await type(page, ADA, 'wrong');
  await expect(page.getByText('do not belong together')).toBeVisible();
  await expect(password(page)).toBeFocused();
  await picture(page, 'sign-in-wrong');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password(page)).toHaveAttribute('type', 'text');
  await expect(password(page)).toHaveValue('wrong');
});

test('who tries too often waits, and sees how long', async ({ page }) => {
  await page.goto('/sign-in');
  for (let at = 0; at < 5; at += 1) {
    await type(page, 'nobody@example.org', `wrong ${at}`);
    await expect(page.getByText('do not belong together')).toBeVisible();
  }
  await type(page, 'nobody@example.org', 'wrong again');
  await expect(page.getByRole('alert')).toContainText('Too many tries');
  const wait = page.getByRole('button', { name: /^Try again in \d s$/ });
  await expect(wait).toBeDisabled();
  await picture(page, 'sign-in-wait');
  await expect(enter(page)).toBeEnabled();
});

test('a second step asks for a code, or a recovery code', async ({ page }) => {
  await page.goto('/sign-in');
  await type(page, BO, PASSWORD);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  const code = page.getByRole('textbox', { name: 'Code', exact: true });
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await code.fill('000 000');
  await enter(page).click();
  await expect(page.getByText('This code is not right, or no longer.')).toBeVisible();
  await picture(page, 'sign-in-code');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill('abcde-fghij');
  await enter(page).click();
  await expect(input(page)).toBeVisible();
});

test('an account from elsewhere is offered where there is one', async ({ page }) => {
  await server(page, { rules: { oidc: true, registration: 'open' } });
  await page.goto('/sign-in');
  await expect(page.getByRole('link', { name: 'Continue with Northwind SSO' })).toHaveAttribute(
    'href',
    '/api/v1/auth/oidc/start',
  );
  await picture(page, 'sign-in-elsewhere');
  await page.getByRole('link', { name: 'Create one' }).click();
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
});

test('an invitation makes an account, once', async ({ page, context }) => {
  await signIn(page, ADA);
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const newcomer = `fay-${Date.now()}@example.org`;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(newcomer);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await page.getByTestId('invitation-link').innerText();
  await context.clearCookies();

  await page.goto(new URL(link).pathname + new URL(link).hash);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Fay');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(newcomer);
  await password(page).fill('password1');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(
    page.getByText('The password is one of those that everybody tries first.'),
  ).toBeVisible();
  await picture(page, 'register-wrong');
  await password(page).fill('a long way home');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(input(page)).toBeVisible();

  await context.clearCookies();
  await page.goto('about:blank');
  await page.goto(new URL(link).pathname + new URL(link).hash);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Fay');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`again-${newcomer}`);
  await password(page).fill('a long way home');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert')).toContainText('Ask for a new one.');
});

test('a forgotten password is replaced', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('Please enter an e-mail address.')).toBeVisible();
  await email(page).fill(ADA);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();

  await page.goto('/reset#old');
  await page.getByLabel('New password').fill('a long way home');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('alert')).toContainText('too old');
  await page.goto('about:blank');
  await page.goto('/reset#new');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Use at least 8 characters.')).toBeVisible();
  await page.getByLabel('New password').fill('a long way home');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('The new password holds. Sign in with it.')).toBeVisible();
  await expect(enter(page)).toBeVisible();
});

test('set-up makes the owner, who is signed in', async ({ page }) => {
  await page.goto('/setup#token');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  await page.getByLabel('Workspace name').fill('Northwind');
  await page.getByLabel('Your name').fill('Nobody');
  await page.getByLabel('Your e-mail').fill(ADA);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('This name is reserved.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(input(page)).toBeVisible();
  await expect(page.getByText('Your workspace is ready.')).toBeVisible();
});

test('a token that ends is replaced without a word, also under a stream', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/');
  await expect(input(page)).toBeVisible();
  await server(page, { forgetTokens: true });
  let refreshed = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/refresh')) refreshed += 1;
  });

  await ask(page, 'How much leave can I carry over?');

  await expect(page.getByRole('article', { name: 'Answer' })).toHaveAttribute(
    'data-outcome',
    'complete',
  );
  expect(refreshed).toBe(1);
});

test('a session that was ended elsewhere leads to sign-in and back', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/documents');
  await expect(page.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
  await server(page, { endSessions: true });

  await page.getByRole('textbox', { name: 'Filter by name' }).fill('leave');

  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdocuments/);
  await type(page, ADA, PASSWORD);
  await expect(page).toHaveURL(/\/documents/);
});

test('two tabs renew together and sign out together', async ({ page, context, isMobile }) => {
  await signIn(page, ADA);
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/documents');
  await expect(input(page)).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();
  await server(page, { forgetTokens: true });
  await Promise.all([page, other].map((tab) => tab.reload()));
  await expect(input(page)).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible();

  if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await picture(page, 'user-menu');
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(enter(page)).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in\?to=%2Fdocuments/);
  await type(page, ADA, PASSWORD);
  await expect(input(page)).toBeVisible();
  await expect(other).toHaveURL(/\/documents$/);
});

test('without a need to sign in nobody is asked, and somebody may', async ({ page, isMobile }) => {
  await server(page, { rules: { signInNeeded: false } });
  await page.goto('/');
  await expect(input(page)).toBeVisible();
  if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitem', { name: 'Sign in' }).click();
  await type(page, BO, PASSWORD);
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill(CODE);
  await enter(page).click();
  await expect(input(page)).toBeVisible();
  if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Account and settings' })).toContainText('Bo');
});
