import { expect, type Page } from '@playwright/test';
import { sound, triesAgain } from '../sound';
import { answered, ask, signIn } from '../steps';
import { ADA, test } from './steps';

const reset = (page: Page, none = false) =>
  page.request.post('/fake/assistants', { data: { none } });

async function edit(page: Page, name: string): Promise<void> {
  await page.goto('/admin/assistants');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const instructions = (page: Page) => page.getByRole('textbox', { name: 'Instructions' });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ADA);
  await reset(page);
});

test.afterAll(async ({ request }) => {
  await request.post('/fake/assistants', { data: { none: true } });
});

test('a workspace without assistants says what they are for', async ({ page }) => {
  await reset(page, true);
  await page.goto('/admin/assistants');
  await expect(page.getByRole('heading', { name: 'No assistants yet' })).toBeVisible();
  await sound(page, 'assistants-none');
});

test('what cannot be loaded says so, and is tried again', async ({ page }) => {
  await triesAgain(page, '/admin/assistants', '**/api/v1/admin/assistants');
});

test('an assistant is made, and its short name is taken once', async ({ page }) => {
  await page.goto('/admin/assistants');
  await page.getByRole('button', { name: 'New assistant' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Help desk');
  await expect(dialog.getByRole('textbox', { name: 'Short name' })).toHaveValue('help-desk');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByText('There is one of this short name already.')).toBeVisible();
  await sound(page, 'assistants-dialog');
  await dialog.getByRole('textbox', { name: 'Short name' }).fill('help-desk-2');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page).toHaveURL(/\/admin\/assistants\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Not live', { exact: true })).toBeVisible();
});

test('a version is saved, published and rolled back', async ({ page }) => {
  await edit(page, 'Help desk');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await sound(page, 'assistant');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await sound(page, 'assistant');
  await instructions(page).fill('You speak for the help desk.\nBe kind.\nSay who you are.');
  await page.getByRole('textbox', { name: 'What is new' }).fill('Says who it is');
  await sound(page, 'assistant-dirty');
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await expect(page.getByText('Version 3 is saved')).toBeVisible();
  await expect(page.getByText('Version 2 is live', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish version 3' }).first().click();
  await expect(page.getByText('Version 3 is live', { exact: true })).toBeVisible();
  const second = page.getByRole('listitem').filter({ hasText: 'Kinder, and with suggestions' });
  await second.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByText('Version 2 is live', { exact: true })).toBeVisible();
  await expect(page.getByText('Version 3 is waiting')).toBeVisible();
});

test('two versions are compared, and an older one is taken up', async ({ page }) => {
  await edit(page, 'Help desk');
  const first = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Publish version 1' }) });
  await first.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Version 1 and version 2' });
  const changed = dialog.getByRole('region', { name: 'Instructions' });
  await expect(changed.getByText('Removed:')).toHaveCount(1);
  await expect(changed.getByText('Added:')).toHaveCount(2);
  await sound(page, 'assistant-compare');
  await page.keyboard.press('Escape');
  await first.getByRole('button', { name: 'Edit from here' }).click();
  await expect(instructions(page)).toHaveValue('You speak for the help desk.\nBe brief.');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(instructions(page)).toHaveValue(/Never promise a date/);
});

test('who is not the first to save is told, and keeps what was typed', async ({ page }) => {
  await edit(page, 'Help desk');
  await instructions(page).fill('Mine.');
  await page.request.post('/fake/assistants/behind', { data: { slug: 'help-desk' } });
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else has changed this meanwhile.');
  await page.getByRole('button', { name: 'Look at the newest version' }).click();
  await expect(page.getByText('Meanwhile', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(instructions(page)).toHaveValue('Mine.');
  await page.getByRole('button', { name: 'Save as version 4' }).click();
  await expect(page.getByText('Version 4 is saved')).toBeVisible();
});

test('what cannot be saved says why', async ({ page }) => {
  await edit(page, 'Sales');
  await page.getByRole('textbox', { name: 'Passages for an answer' }).fill('50');
  await expect(page.getByText('A whole number from 1 to 20.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as version 3' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Passages for an answer' }).fill('5');
  await page.getByRole('combobox', { name: 'Language of answers' }).selectOption('German');
  await page.getByRole('radio', { name: 'All tools' }).check();
  await page.getByRole('radio', { name: 'Only chosen ones' }).check();
  await page.getByRole('checkbox', { name: 'Documents' }).check();
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await expect(page.getByText('Version 3 is saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Documents' })).toBeChecked();
});

test('a draft answers beside what is typed', async ({ page }) => {
  await edit(page, 'Help desk');
  await instructions(page).fill('Not saved.');
  const panel = page.getByRole('region', { name: 'Try it out' });
  const sent = page.waitForRequest((request) => request.url().endsWith('/try'));
  await panel.getByRole('textbox', { name: 'Question' }).fill('How much leave can I carry over?');
  await page.keyboard.press('Enter');
  expect((await sent).postDataJSON().definition.instructions).toBe('Not saved.');
  const answer = panel.getByRole('article', { name: 'Answer' });
  await expect(answer).toHaveAttribute('data-outcome', 'completed');
  await expect(answer).toContainText('five days of leave');
  await answer.locator('[data-citation="1"]').click();
  await expect(answer.getByRole('blockquote')).toBeVisible();
  await answer.scrollIntoViewIfNeeded();
  await sound(page, 'assistant-tried');
  await panel.getByRole('textbox', { name: 'Question' }).fill('A long one, please.');
  await panel.getByRole('button', { name: 'Ask' }).click();
  await expect(answer).toContainText('Paragraph 1');
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(answer).toHaveAttribute('data-outcome', 'cancelled');
});

test('an assistant is renamed, archived and brought back', async ({ page }) => {
  await edit(page, 'Sales');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Options of this assistant' }).click();
    await page.getByText(name, { exact: true }).click();
  };
  await choose('Rename…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Advice');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Advice' })).toBeVisible();
  await choose('Archive…');
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
  await expect(instructions(page)).toBeDisabled();
  await sound(page, 'assistant-archived');
  await choose('Restore');
  await expect(instructions(page)).toBeEnabled();
});

test('a conversation is begun with an assistant, and says so', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('radio', { name: 'Default' })).toBeChecked();
  await sound(page, 'assistant-choice');
  await page.getByRole('radio', { name: 'Default' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Help desk' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Help desk' })).toBeVisible();
  await expect(page.getByText('Ask me about leave, travel and backups.')).toBeVisible();
  await expect(page).toHaveURL(/\?assistant=help-desk$/);
  await sound(page, 'assistant-chosen');
  await page.getByRole('button', { name: 'How much leave can I carry over?' }).click();
  await answered(page);
  await expect(page.getByText('With Help desk')).toBeVisible();
  await sound(page, 'assistant-conversation');
  await page.reload();
  await expect(page.getByText('With Help desk')).toBeVisible();
});

test('the default one answers where nobody chose', async ({ page }) => {
  await page.goto('/');
  await ask(page, 'How much leave can I carry over?');
  await answered(page);
  await expect(page.getByText('With ', { exact: false })).toHaveCount(0);
});
