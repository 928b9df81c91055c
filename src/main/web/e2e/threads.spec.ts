import { expect, test } from '@playwright/test';
import { answered, ask, complaints, input, lastAnswer, open, picture, QUESTION } from './steps';

test('a question is put in other words, and the arrows lead back, also after a reload', async ({
  page,
}) => {
  const found = complaints(page);
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);

  const mine = page.getByRole('article', { name: 'You' });
  await mine.hover();
  await page.getByRole('button', { name: 'Edit question' }).click();
  const editor = page.getByRole('textbox', { name: 'Question in other words' });
  await picture(page, 'edit');
  await editor.press('Escape');
  await expect(editor).toBeHidden();
  await mine.hover();
  await page.getByRole('button', { name: 'Edit question' }).click();
  await editor.fill('What about parental leave?');
  await page.getByRole('button', { name: 'Send', exact: true }).first().click();

  await expect(mine).toHaveText('What about parental leave?');
  await answered(page);
  const versions = page.getByRole('group', { name: 'Versions' }).first();
  await expect(versions).toContainText('2/2');
  await picture(page, 'branches');
  await versions.getByRole('button', { name: 'Previous version' }).click();
  await expect(mine).toHaveText(QUESTION);
  await expect(versions).toContainText('1/2');

  await page.reload();
  await expect(mine).toHaveText(QUESTION);
  await versions.getByRole('button', { name: 'Next version' }).focus();
  await page.keyboard.press('Enter');
  await expect(mine).toHaveText('What about parental leave?');
  expect(found).toEqual([]);
});

test('an answer is made once more beside the first, and the conversation goes on from it', async ({
  page,
}) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole('button', { name: 'Answer again' }).click();
  const versions = page.getByRole('group', { name: 'Versions' });
  await expect(versions).toContainText('2/2');
  await answered(page);
  await versions.getByRole('button', { name: 'Previous version' }).click();
  await expect(versions).toContainText('1/2');

  await ask(page, 'And for part-time staff?');
  await expect(page.getByRole('article', { name: 'Answer' })).toHaveCount(2);
  await answered(page);
  await versions.getByRole('button', { name: 'Next version' }).click();
  await expect(page.getByRole('article', { name: 'Answer' })).toHaveCount(1);
  await expect(lastAnswer(page)).toBeVisible();
});

test('an answer is judged, and the judgement is there after a reload', async ({ page }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  await page.getByRole('button', { name: 'Bad answer' }).click();
  const why = page.getByRole('dialog', { name: 'What is wrong with it?' });
  await picture(page, 'feedback');
  await why.getByRole('radio', { name: 'Something is missing' }).check();
  await why.getByRole('button', { name: 'Send' }).click();
  await expect(why).toBeHidden();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Bad answer' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'Good answer' }).click();
  await expect(page.getByRole('button', { name: 'Bad answer' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a conversation is shared by a link that can be ended', async ({ page, isMobile }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  const row = page.getByRole('button', { name: /^Options of/ }).first();
  await row.click();
  await page.getByRole('menuitem', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share conversation' });
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Shared conversation' }).inputValue();
  await picture(page, 'share');

  const reader = await page.context().newPage();
  await reader.goto(link);
  await expect(reader.getByRole('article', { name: 'You' })).toHaveText(QUESTION);
  await expect(reader.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await picture(reader, 'shared');
  await dialog.getByRole('button', { name: 'End' }).first().click();
  await expect(dialog.getByRole('button', { name: 'Make a link' })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('Nothing is shared here')).toBeVisible();
  await picture(reader, 'shared-gone');
});

test('a conversation is archived and found in the archive', async ({ page, isMobile }) => {
  await open(page, '/');
  const text = `${QUESTION} ${Date.now()}`;
  await ask(page, text);
  await answered(page);
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  const list = page.getByRole('navigation', { name: 'Conversations' });
  await page
    .getByRole('button', { name: /^Options of/ })
    .first()
    .click();
  await picture(page, 'options');
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(list.getByRole('link', { name: text.slice(0, 60) })).toBeHidden();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(list.getByRole('link', { name: text.slice(0, 60) })).toBeVisible();
  await picture(page, 'archive');
});

test('a conversation goes into a file and comes back from it', async ({ page, isMobile }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).click();
  await page
    .getByRole('button', { name: /^Options of/ })
    .first()
    .click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as JSON' }).click();
  const path = await (await saved).path();
  const here = page.url();
  await page.locator('input[type=file][accept^=".json"]').setInputFiles(path);
  await expect(page).not.toHaveURL(here);
  await expect(page.getByRole('article', { name: 'You' })).toHaveText(QUESTION);
  await expect(input(page)).toBeVisible();
});

test('how an answer came to be is shown, also after a reload', async ({ page }) => {
  const found = complaints(page);
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  await page.reload();
  const button = page.getByRole('button', { name: 'How this was answered' });
  await button.focus();
  await page.keyboard.press('Enter');
  const steps = page.getByRole('region', { name: 'How this was answered' });
  await expect(steps).toContainText(/passages? (was|were) looked through/);
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await picture(page, 'answer-steps');
  await button.click();
  await expect(steps).toBeHidden();
  expect(found).toEqual([]);
});

test('an answer without support says what was looked through', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'What is the weather like?');
  await answered(page);
  await page.reload();
  await page.getByRole('button', { name: 'What was looked through' }).click();
  await expect(page.getByRole('region', { name: 'How this was answered' })).toContainText(
    /passages? (was|were) looked through/,
  );
});
