import { expect, type Page } from '@playwright/test';
import { sound, triesAgain } from '../sound';
import { ask, lastAnswer, signIn } from '../steps';
import { ADA, test } from './steps';

const reset = (page: Page, none = false) => page.request.post('/fake/tools', { data: { none } });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ADA);
  await reset(page);
});

test('a workspace without tools says what they are for', async ({ page }) => {
  await reset(page, true);
  await page.goto('/admin/tools');
  await expect(page.getByRole('heading', { name: 'No tools yet' })).toBeVisible();
  await sound(page, 'tools-none');
});

test('what cannot be loaded says so, and is tried again', async ({ page }) => {
  await triesAgain(page, '/admin/tools', '**/api/v1/admin/tools');
});

test('a tool is added, and a fault stands at its field', async ({ page }) => {
  await page.goto('/admin/tools');
  await page.getByRole('button', { name: 'Add tool' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('get_stock');
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill('How many are left.');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://a.example/{nothing}');
  await dialog.getByRole('textbox', { name: 'Arguments' }).fill('{');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is not JSON.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Arguments' }).fill('{"type":"object"}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('names nothing, no argument')).toBeVisible();
  await sound(page, 'tools-dialog');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://a.example/stock');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'get_stock' })).toBeVisible();
});

test('a tool is tried, switched and removed', async ({ page }) => {
  await page.goto('/admin/tools');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Options of get_order' }).click();
    await page.getByText(name, { exact: true }).click();
  };
  const row = page.getByRole('listitem').filter({ hasText: 'get_order' });
  await choose('Try it…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Run' }).click();
  await expect(dialog.getByText('It failed')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Arguments as JSON' }).fill('{"id":"A-7"}');
  await dialog.getByRole('button', { name: 'Run' }).click();
  await expect(dialog.getByText('It worked')).toBeVisible();
  await sound(page, 'tools-try');
  await page.keyboard.press('Escape');
  await choose('Ask before each use');
  await expect(row.getByText('Asks first')).toBeVisible();
  await choose('Turn off');
  await expect(row.getByText('Off', { exact: true })).toBeVisible();
  await choose('Remove…');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
});

test('all tools are switched off at once, and on again', async ({ page }) => {
  await page.goto('/admin/tools');
  await page.getByRole('button', { name: 'Switch all off' }).click();
  await expect(page.getByText('All tools are switched off')).toBeVisible();
  await sound(page, 'tools-stopped');
  await page.getByRole('button', { name: 'Switch tools on again' }).click();
  await expect(page.getByText('All tools are switched off')).toHaveCount(0);
  const time = page.getByRole('checkbox', { name: 'Date and time' });
  await time.click();
  await expect(time).toBeChecked();
  await page.reload();
  await expect(time).toBeChecked();
});

test('tools are taken from a document', async ({ page }) => {
  await page.goto('/admin/tools');
  await page.getByRole('button', { name: 'From OpenAPI…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Address of the document' }).fill('https://a.example');
  await dialog.getByRole('button', { name: 'Look at it' }).click();
  await dialog.getByRole('checkbox', { name: 'list_orders' }).check();
  await sound(page, 'tools-import');
  await dialog.getByRole('button', { name: 'Add one tool' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'list_orders' })).toBeVisible();
});

test('a server is added and checked, and what it offers is added', async ({ page }) => {
  await page.goto('/admin/tools');
  await page.getByRole('button', { name: 'Add MCP server' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('disk');
  await dialog.getByRole('combobox', { name: 'Program' }).selectOption('files');
  await sound(page, 'tools-server');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const disk = page.getByRole('listitem').filter({ hasText: 'disk' });
  await disk.getByRole('button', { name: 'Check it' }).click();
  await expect(disk.getByText('The program has ended.')).toBeVisible();
  const tickets = page.getByRole('listitem').filter({ hasText: 'https://tickets' });
  await tickets.getByRole('button', { name: 'Check it' }).click();
  await tickets.getByRole('checkbox', { name: 'find_ticket' }).check();
  await expect(tickets.getByText('refers to another document')).toBeVisible();
  await sound(page, 'tools-offered');
  await tickets.getByRole('button', { name: 'Add one tool' }).click();
  await expect(page.getByText('tickets_find_ticket')).toBeVisible();
});

test('what changes something is allowed by the keyboard, and its answer unfolds', async ({
  page,
}) => {
  await page.goto('/');
  await ask(page, 'Please cancel my order.');
  const asked = page.getByRole('region', { name: 'Wants to use cancel_order' });
  await expect(asked.getByText('{"id":"A-7","reason":"changed my mind"}')).toBeVisible();
  await sound(page, 'tools-asked');
  await asked.getByRole('button', { name: 'Allow' }).focus();
  await page.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  await expect(lastAnswer(page)).toContainText('That is done.');
  const used = page.getByRole('list', { name: 'Tools used' }).getByRole('listitem');
  await expect(used).toHaveCount(2);
  await used.nth(1).getByText('cancel_order').click();
  await expect(used.nth(1).getByText('{"state":"cancelled"}')).toBeVisible();
  await sound(page, 'tools-used');
});

test('what is declined is not done', async ({ page }) => {
  await page.goto('/');
  await ask(page, 'Please cancel my order.');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('Not allowed', { exact: true })).toBeVisible();
  await expect(lastAnswer(page)).toContainText('That is done.');
});

test('the tools of an answer are shown after a reload, and it is not without support', async ({
  page,
}) => {
  await page.goto('/');
  await ask(page, 'Please cancel my order.');
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(lastAnswer(page)).toContainText('That is done.');
  await expect(page.getByRole('button', { name: 'Copy answer' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('list', { name: 'Tools used' })).toContainText('cancel_order');
  await expect(page.getByText('Nothing in your documents supports this')).toBeHidden();
  await page.getByRole('button', { name: 'How this was answered' }).click();
  const steps = page.getByRole('region', { name: 'How this was answered' });
  await expect(steps.getByRole('list', { name: 'Tools used' })).toContainText('Done');
});
