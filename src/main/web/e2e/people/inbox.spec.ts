import { expect, type Page } from '@playwright/test';
import { inBoth, sound } from '../sound';
import { answered, ask, input, picture, QUESTION, signIn } from '../steps';
import { ADA, test } from './steps';

const CHIDI = 'chidi@example.org';

const seed = (page: Page, data: { none?: boolean; say?: string; to?: string } = {}) =>
  page.request.post('/fake/inbox', { data });
const row = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Conversations', exact: true }).getByText(title);
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const shown = (page: Page, title: string) => page.getByRole('heading', { name: title, level: 2 });

test.beforeEach(async ({ page }) => {
  await signIn(page, ADA);
  await seed(page);
});

test.afterEach(async ({ page }) => {
  await seed(page, { none: true });
});

test('an empty inbox says what will be in it', async ({ page }) => {
  await seed(page, { none: true });
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();
  await inBoth(page, () => sound(page, 'inbox-empty'));
  await page.getByRole('button', { name: 'Mine' }).click();
  await expect(page.getByRole('heading', { name: 'You have no conversation' })).toBeVisible();
});

test('a conversation is claimed, answered and closed', async ({ page }) => {
  await page.goto('/inbox');
  await expect(row(page, 'Invoice of March')).toBeVisible();
  await inBoth(page, () => sound(page, 'inbox-queue'));
  await row(page, 'Invoice of March').click();
  await expect(shown(page, 'Invoice of March')).toBeVisible();
  await expect(page.getByText('Claim the conversation to answer.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'invoice.png' })).toBeVisible();
  await inBoth(page, () => sound(page, 'inbox-open'));
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await reply(page).fill('/inv');
  await expect(page.getByRole('option', { name: /invoice/ })).toBeVisible();
  await picture(page, 'inbox-canned');
  await page.keyboard.press('Enter');
  await expect(reply(page)).toHaveValue(/^I have passed it on/);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('article', { name: 'You' })).toContainText('passed it on');
  await inBoth(page, () => sound(page, 'inbox-mine'));
  await seed(page, { say: 'Thank you!', to: 'Invoice of March' });
  await expect(page.getByText('Thank you!').last()).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('The assistant answers here again.')).toBeVisible();
});

test('a reply that was not sent stays, and is sent once more', async ({ page }) => {
  await page.goto('/inbox?show=mine');
  await row(page, 'Change of address').click();
  await reply(page).fill('fail');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('The reply was not sent.')).toBeVisible();
  await expect(reply(page)).toHaveValue('fail');
  await inBoth(page, () => sound(page, 'inbox-not-sent'));
});

test('who is slower is told so', async ({ page }) => {
  await page.goto('/inbox');
  await row(page, 'Where is my parcel?').click();
  await expect(shown(page, 'Where is my parcel?')).toBeVisible();
  await page.route('**/claim', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { type: '', title: '', status: 409, code: 'handover_taken', request_id: 'r' },
    }),
  );
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(page.getByText('Somebody else was faster.')).toBeVisible();
});

test('the keys do all of it', async ({ page, isMobile }) => {
  test.skip(isMobile, 'there are no keys');
  await page.goto('/inbox');
  await expect(row(page, 'Invoice of March')).toBeVisible();
  await page.keyboard.press('j');
  await expect(shown(page, 'Invoice of March')).toBeVisible();
  await page.keyboard.press('j');
  await expect(shown(page, 'Where is my parcel?')).toBeVisible();
  await page.keyboard.press('k');
  await expect(shown(page, 'Invoice of March')).toBeVisible();
  await page.keyboard.press('c');
  await expect(reply(page)).toBeFocused();
  await page.keyboard.type('I am here.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'You' })).toContainText('I am here.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('Wants it today.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Wants it today.' })).toBeVisible();
});

test('canned replies are kept, and a shortcut that is taken is told at its field', async ({
  page,
}) => {
  await page.goto('/inbox');
  await page.getByRole('button', { name: 'Canned replies' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Shortcut' }).fill('hello');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Hi.');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('is taken')).toBeVisible();
  await inBoth(page, () => sound(page, 'inbox-canned-dialog'));
  await dialog.getByRole('textbox', { name: 'Shortcut' }).fill('bye');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('/bye')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete bye' }).click();
  await expect(dialog.getByText('/bye')).toHaveCount(0);
});

test('a person is asked, comes, and goes again', async ({ page, browser }) => {
  await page.goto('/');
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(page.getByText('A person has been asked.')).toBeVisible();
  await inBoth(page, () => sound(page, 'handover-waiting'));

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const agent = await context.newPage();
  await signIn(agent, CHIDI);
  await agent.goto('/inbox');
  await row(agent, QUESTION).first().click();
  await agent.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(page.getByText('Chidi Okafor is here.')).toBeVisible();
  await reply(agent).fill('How can I help?');
  await agent.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('article', { name: 'Message from Chidi Okafor' })).toContainText(
    'How can I help?',
  );
  await input(page).fill('With my leave.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(agent.getByText('With my leave.').last()).toBeVisible();
  await inBoth(page, () => sound(page, 'handover-here'));
  await agent.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('The assistant answers again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Talk to a person' })).toBeVisible();
  await context.close();
});
