import { readFile } from 'node:fs/promises';
import { devices, expect, test } from '@playwright/test';
import { assist } from './guarded-assistants';
import { handOver } from './guarded-handover';
import {
  ANSWER,
  askAndCount,
  connect,
  ModelService,
  priceAndBudget,
  route,
  takeAway,
} from './guarded-models';
import { changeAndRollBack } from './guarded-settings';
import {
  AGENT,
  codeOf,
  email,
  heading,
  OWNER,
  PASSWORD,
  password,
  signInAs,
  signOut,
  sound,
  Visitor,
} from './guarded-steps';
import { answered, ask, file, input, lastAnswer, picture, QUESTION } from './steps';

// A server that nobody has signed in to yet. It can be set up once, so the tests are one story.
test.describe.configure({ mode: 'serial' });

const SETUP = process.env['PARLEY_SETUP'] ?? '';
const { userAgent } = devices['Pixel 7'];
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, userAgent };

let olga: Visitor;
let amir: Visitor;
let phone: Visitor;
let service: ModelService;

test.beforeAll(async ({ browser }) => {
  olga = await Visitor.come(browser, '192.0.2.10', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  amir = await Visitor.come(browser, '192.0.2.20');
  await amir.page.clock.install();
  phone = await Visitor.come(browser, '192.0.2.30', PHONE);
});

test.afterAll(async () => {
  for (const visitor of [olga, amir, phone]) await visitor.leave();
});

test('before there is an owner nobody can sign in', async () => {
  const { page } = olga;
  await page.goto('/documents');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdocuments$/);
  await expect(heading(page, 'This server has no owner yet')).toBeVisible();
  await sound(page, 'no-owner');
});

test('the set-up link makes the owner', async () => {
  const { page } = olga;
  await page.goto(`/setup#${SETUP}`);
  await expect(heading(page, 'Set up Parley')).toBeVisible();
  await sound(page, 'setup');
  await page.getByLabel('Workspace name').fill('Northwind');
  await page.getByLabel('Your name').fill('Olga');
  await page.getByLabel('Your e-mail').fill(OWNER);
  await page.getByLabel('Your password').fill('password1234');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByLabel('Your password')).toBeFocused();
  await picture(page, 'guarded-setup-wrong');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create workspace' }).click();

  await expect(page.getByText('Your workspace is ready.')).toBeVisible();
  await expect(page.getByText('Northwind', { exact: true })).toBeVisible();
  await expect(input(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Account and settings' })).toContainText('Olga');
});

test('a question is answered from the manual, with citations', async () => {
  const { page } = olga;
  await expect(async () => {
    await page.goto('/');
    await ask(page, QUESTION);
    await expect(lastAnswer(page).locator('[data-citation]').first()).toBeVisible();
  }).toPass();
  await answered(page);
  await sound(page, 'answer');
  await page.reload();
  await expect(lastAnswer(page).locator('[data-citation]').first()).toBeVisible();
});

test('a document is uploaded and read', async () => {
  const { page } = olga;
  await page.goto('/documents');
  await page
    .locator('input[type=file][multiple]:not([webkitdirectory])')
    .first()
    .setInputFiles(file('parking.md', '# Parking\n\nThere are twelve places behind the house.\n'));
  await expect(page.getByRole('listitem').filter({ hasText: 'parking' }).first()).toContainText(
    /passage/,
  );
});

test('an invited agent comes in by the link, which is shown once', async () => {
  const { page } = olga;
  await page.goto('/admin/people');
  await expect(page.getByRole('listitem').filter({ hasText: OWNER })).toContainText('You');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(AGENT);
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Agent');
  await sound(page, 'invite');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await sound(page, 'invited');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(dialog.getByTestId('invitation-link')).toHaveText(link);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: AGENT })).toContainText('Agent');
  await sound(page, 'people-invitation');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: AGENT })).toBeVisible();
  await expect(page.getByText(link)).toHaveCount(0);

  const { pathname, hash } = new URL(link);
  await amir.page.goto(pathname + hash);
  await expect(heading(amir.page, 'Create your account')).toBeVisible();
  await sound(amir.page, 'register');
  await amir.page.getByRole('textbox', { name: 'Your name' }).fill('Amir');
  await email(amir.page).fill(AGENT);
  await password(amir.page).fill(PASSWORD);
  await amir.page.getByRole('button', { name: 'Create account' }).click();
  await expect(input(amir.page)).toBeVisible();
  await expect(amir.page.getByRole('button', { name: 'Account and settings' })).toContainText(
    'Agent',
  );
  await expect(amir.page.getByRole('navigation', { name: 'Administration' })).toHaveCount(0);

  await phone.page.goto(pathname + hash);
  await phone.page.getByRole('textbox', { name: 'Your name' }).fill('Somebody else');
  await email(phone.page).fill('else@example.org');
  await password(phone.page).fill(PASSWORD);
  await phone.page.getByRole('button', { name: 'Create account' }).click();
  await expect(phone.page.getByRole('alert')).toContainText('Ask for a new one.');
  await sound(phone.page, 'register-gone-phone');
});

test('who has to sign in comes to the wanted page, on a phone', async () => {
  const { page } = phone;
  await page.goto('about:blank');
  await page.goto('/admin/people?q=olga');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(heading(page, 'Sign in')).toBeVisible();
  await sound(page, 'sign-in-phone');
  await signInAs(page, OWNER, 'not my password');
  await expect(page.getByText('do not belong together')).toBeVisible();
  await signInAs(page, OWNER);

  await expect(page).toHaveURL(/\/admin\/people\?q=olga$/);
  await expect(page.getByText('1 person')).toBeVisible();
  await page.goto('/admin/people');
  await expect(page.getByText('2 people')).toBeVisible();
  await sound(page, 'people-phone');
  await page.goto('/admin/audit');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await sound(page, 'audit-phone');
  await page.goto('/account/security');
  await expect(page.getByText('This device')).toBeVisible();
  await sound(page, 'security-phone');
});

test('a person takes a conversation over, live in two browsers', async () => {
  await handOver(olga.page, amir.page);
});

test('a name is changed', async () => {
  const { page } = olga;
  await page.goto('/account');
  await page.getByRole('textbox', { name: 'Name' }).fill('Olga Owner');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account and settings' })).toContainText(
    'Olga Owner',
  );
  await sound(page, 'profile');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Olga Owner');
});

test('a session is ended from another device', async () => {
  const { page } = olga;
  await page.goto('/account/security');
  const rows = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'This device' })).toContainText('192.0.2.10');
  const other = rows.filter({ hasText: '192.0.2.30' });
  await expect(other).toContainText('Chrome on Android');
  await sound(page, 'security');
  await other.getByRole('button', { name: /^Sign out/ }).click();
  await expect(rows).toHaveCount(1);

  await phone.page.goto('/documents');
  await expect(phone.page).toHaveURL(/\/sign-in\?to=%2Fdocuments$/);
});

let secret: string;

test('a second factor is set up', async () => {
  const { page } = olga;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set up' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill('not my password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await picture(page, 'guarded-totp-wrong');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  await sound(page, 'totp');
  secret = await dialog.locator('code').innerText();
  const code = dialog.getByRole('textbox', { name: 'Code of the app' });
  await code.fill(codeOf(secret, 50));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByText('This code is not right, or no longer.')).toBeVisible();
  await code.fill(codeOf(secret));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByTestId('recovery-codes').getByRole('listitem')).toHaveCount(10);
  await sound(page, 'recovery-codes');
  await dialog.getByRole('button', { name: 'I have saved them' }).click();
  await expect(page.getByText('Signing in asks for a code')).toBeVisible();
});

test('signing in takes the password and a code', async () => {
  const { page } = olga;
  await signOut(page);
  await sound(page, 'sign-in');
  await signInAs(page, OWNER);
  await expect(heading(page, 'One more step')).toBeVisible();
  await sound(page, 'sign-in-code');
  const code = page.getByRole('textbox', { name: 'Code', exact: true });
  await code.fill(codeOf(secret, 50));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('This code is not right, or no longer.')).toBeVisible();
  await code.fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(input(page)).toBeVisible();
});

test('a secret key is shown once, works, and works no more when revoked', async ({ request }) => {
  const { page } = olga;
  const dialog = page.getByRole('dialog');
  await page.goto('/account/keys');
  await expect(heading(page, 'No API keys yet')).toBeVisible();
  await sound(page, 'keys-empty');
  await page.getByRole('button', { name: 'New key' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nightly report');
  await sound(page, 'key-form');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = await dialog.getByTestId('api-key').innerText();
  expect(key).toMatch(/^sk_/);
  await sound(page, 'key-made');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const asked = () =>
    request.get('/api/v1/knowledge/documents', { headers: { Authorization: `Bearer ${key}` } });
  expect((await asked()).status()).toBe(200);
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The key is revoked.')).toBeVisible();
  expect((await asked()).status()).toBe(401);
});

test('a publishable key stands in the pages of its site only', async ({ request }) => {
  const { page } = olga;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'New key' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Widget');
  await dialog.getByRole('radio', { name: 'Publishable' }).check();
  await dialog.getByRole('textbox', { name: 'Web sites' }).fill('https://www.example.org');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = await dialog.getByTestId('api-key').innerText();
  expect(key).toMatch(/^pk_/);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Widget' })).toContainText(
    'www.example.org',
  );
  await sound(page, 'keys');

  const from = (Origin: string) =>
    request.post('/ask', {
      headers: { Authorization: `Bearer ${key}`, Origin },
      data: { query: QUESTION },
    });
  expect((await from('https://www.example.org')).status()).toBe(200);
  expect((await from('https://www.example.com')).status()).toBe(401);
});

test('a role is changed, and who is disabled is signed out', async () => {
  const { page } = olga;
  await page.goto('/admin/people');
  const role = page.getByRole('combobox', { name: 'Role of Amir' });
  await role.selectOption('Administrator');
  await expect(page.getByText('Amir is now Administrator.')).toBeVisible();
  await sound(page, 'people');
  await amir.page.reload();
  await expect(amir.page.getByRole('navigation', { name: 'Administration' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(role).toHaveValue('agent');

  await page.getByRole('button', { name: 'Options of Amir' }).click();
  await page.getByRole('menuitem', { name: 'Disable…' }).click();
  await sound(page, 'disable');
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  const row = page.getByRole('listitem').filter({ hasText: AGENT });
  await expect(row).toContainText('Disabled');

  await amir.page.clock.fastForward('01:00');
  await expect(heading(amir.page, 'Sign in')).toBeVisible();
  await signInAs(amir.page, AGENT);
  await expect(amir.page.getByText('do not belong together')).toBeVisible();
  await row.getByRole('button', { name: 'Options of Amir' }).click();
  await page.getByRole('menuitem', { name: 'Enable' }).click();
  await expect(row).not.toContainText('Disabled');
  await signInAs(amir.page, AGENT);
  await expect(amir.page).toHaveURL(/\/inbox/); // where he was
  await expect(amir.page.getByRole('button', { name: 'Account and settings' })).toBeVisible();
});

test('settings are changed, seen by others, and rolled back', async () => {
  await changeAndRollBack(olga.page, amir.page);
});

test('a model is connected, and the route to it answers questions', async () => {
  service = await ModelService.start();
  await connect(olga.page, service);
  await route(olga.page);
});

test('what a question costs is priced, kept within a budget and counted', async () => {
  await priceAndBudget(olga.page);
  await askAndCount(olga.page);
});

test('an assistant answers on that model, and with its own words', async () => {
  await assist(olga.page, ANSWER);
});

test('the model is taken away again', async () => {
  await takeAway(olga.page);
  service.stop();
});

test('the log tells what happened, is intact, and is exported', async () => {
  const { page } = olga;
  await page.goto('/admin/audit');
  await expect(page.getByRole('row').nth(9)).toBeVisible();
  await sound(page, 'audit');
  // No action is shown by the name that the log knows it by.
  await expect(page.getByRole('row').getByText(/^[a-z]+\.[a-z_]+$/)).toHaveCount(0);

  await page.getByRole('combobox', { name: 'What' }).selectOption('Role changed');
  await expect(page).toHaveURL(/action=user.role_changed/);
  await expect(page.getByRole('row')).toHaveCount(3);
  await page
    .getByRole('button', { name: /^Role changed/ })
    .last()
    .click();
  const detail = page.getByRole('dialog');
  await expect(detail).toContainText('"to": "admin"');
  await expect(detail).toContainText('Olga Owner');
  await expect(detail).toContainText('192.0.2.10');
  await sound(page, 'audit-detail');
  await page.keyboard.press('Escape');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('user.role_changed');

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByTestId('verdict')).toContainText('The log is intact');
  await sound(page, 'audit-sound');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('From').fill('2099-01-01');
  await expect(heading(page, 'No event fits these filters')).toBeVisible();
  await sound(page, 'audit-empty');
});

test('a forgotten password is answered the same whoever asks', async () => {
  const { page } = phone;
  for (const address of [AGENT, 'nobody@example.org']) {
    await page.goto('/forgot');
    await expect(email(page)).toBeVisible();
    if (address === AGENT) await sound(page, 'forgot-phone');
    await email(page).fill(address);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(heading(page, 'Look into your mail')).toBeVisible();
    await expect(page.getByText(`If there is an account for ${address}`)).toBeVisible();
  }
  await sound(page, 'forgot-sent-phone');
});

test('two tabs stay signed in while their tokens are renewed', async () => {
  const { page } = olga;
  const context = page.context();
  await context.clock.install();
  const other = await context.newPage();
  let renewed = 0;
  context.on('response', (answer) => {
    if (answer.url().endsWith('/auth/refresh') && answer.ok()) renewed += 1;
  });
  await page.goto('/documents');
  await other.goto('/account/security');
  await expect(heading(page, 'Documents')).toBeVisible();
  await expect(other.getByText('This device')).toBeVisible();
  for (let round = 0; round < 3; round += 1) {
    const before = renewed;
    await context.clock.fastForward('10:00');
    await expect.poll(() => renewed).toBeGreaterThan(before);
  }

  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('row').nth(9)).toBeVisible();
  await other.getByRole('link', { name: 'Profile' }).click();
  await expect(other.getByRole('textbox', { name: 'Name' })).toHaveValue('Olga Owner');
  await Promise.all([page, other].map((tab) => tab.reload()));
  await expect(page.getByRole('row').nth(9)).toBeVisible();
  await expect(other.getByRole('textbox', { name: 'Name' })).toHaveValue('Olga Owner');
  await expect(page.getByRole('button', { name: /^Stolen session/ })).toHaveCount(0);

  await signOut(page);
  await expect(other).toHaveURL(/\/sign-in\?to=%2Faccount$/);
});
