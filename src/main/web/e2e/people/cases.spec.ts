import { expect, type Page } from '@playwright/test';
import { sound } from '../sound';
import { signIn } from '../steps';
import { ADA, test } from './steps';

async function cases(page: Page, name: string): Promise<void> {
  await page.goto('/admin/assistants');
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: 'Cases' }).click();
}

async function add(page: Page, question: string, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Add case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Question' }).fill(question);
  await dialog.getByRole('textbox', { name: 'Must contain' }).fill(words);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ADA);
  await page.request.post('/fake/assistants', { data: {} });
  await page.request.post('/fake/cases', { data: {} });
});

test.afterAll(async ({ request }) => {
  await request.post('/fake/assistants', { data: { none: true } });
});

test('a case expects something, is changed and removed', async ({ page }) => {
  await cases(page, 'Help desk');
  await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible();
  await sound(page, 'cases-none');
  await page.getByRole('button', { name: 'Add case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Question' }).fill('Who feeds the otters?');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Expect at least one thing.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'The documents hold no answer' }).check();
  await sound(page, 'cases-dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Who feeds the otters?' });
  await expect(row.getByText('cites nothing')).toBeVisible();
  await row.getByRole('button', { name: /^Options of/ }).click();
  await page.getByText('Edit…', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Must cite the document' }).fill('Handbook');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('cites “Handbook”')).toBeVisible();
  await row.getByRole('button', { name: /^Options of/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
});

test('a version is asked its cases, beside what the live one made of them', async ({ page }) => {
  await cases(page, 'Sales');
  await add(page, 'Can I take my bicycle on the train?', 'yes');
  await add(page, 'When does the train leave?', 'eight');
  await page.getByRole('link', { name: 'Editor' }).click();
  await expect(page.getByText('Version 2 was not asked its cases yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Look at the cases' }).click();
  await page.getByRole('combobox', { name: 'Version' }).selectOption('1');
  await page.getByRole('button', { name: 'Ask 2 cases' }).click();
  await expect(page.getByText(/of 2 asked/)).toBeVisible();
  await expect(page.getByText('0 of 2 passed')).toBeVisible();
  await expect(page.getByText('Does not say “yes”')).toBeVisible();
  await page.getByRole('combobox', { name: 'Version' }).selectOption('2');
  await page.getByRole('button', { name: 'Ask 2 cases' }).click();
  await expect(page.getByText('2 of 2 passed')).toBeVisible();
  await expect(page.getByText('Failed in the live version')).toHaveCount(2);
  await page.getByText('What was answered').first().click();
  await expect(page.getByText('Sources: Travel policy').first()).toBeVisible();
  await sound(page, 'cases-run');
  await page.getByRole('link', { name: 'Editor' }).click();
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await expect(page.getByText('was not asked its cases')).toHaveCount(0);
});

test('a run is stopped', async ({ page }) => {
  await cases(page, 'Sales');
  for (const n of [1, 2, 3, 4, 5, 6]) await add(page, `Question ${n}?`, 'yes');
  await page.getByRole('button', { name: 'Ask 6 cases' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask 6 cases' })).toBeVisible();
});

test('a question without a good answer becomes a case', async ({ page }) => {
  await page.goto('/admin/assistants');
  await page.getByRole('link', { name: 'Questions without a good answer' }).click();
  const group = page.getByRole('listitem').filter({ hasText: 'Asked 3 times' });
  await group.getByText('In these words').click();
  await expect(group.getByText('Are bikes allowed on trains?')).toBeVisible();
  await sound(page, 'questions');
  await group.getByRole('button', { name: 'Make a case' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Question' })).toHaveValue(
    'Can I take my bicycle on the train?',
  );
  await dialog.getByRole('combobox', { name: 'Assistant' }).selectOption('Sales');
  await dialog.getByRole('textbox', { name: 'Must contain' }).fill('rush hours');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The case is added.')).toBeVisible();
  await cases(page, 'Sales');
  await expect(page.getByText('says “rush hours”')).toBeVisible();
});

test('the default assistant is made with its first case', async ({ page }) => {
  await page.goto('/admin/questions');
  const make = page.getByRole('button', { name: 'Make a case' });
  for (const words of ['travel', 'leave']) {
    await make.first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Assistant' })
      .selectOption({ label: 'Default assistant' });
    await dialog.getByRole('textbox', { name: 'Must contain' }).fill(words);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }
  await cases(page, 'Default assistant');
  await expect(page.getByText('says “travel”')).toBeVisible();
  await expect(page.getByText('says “leave”')).toBeVisible();
});

test('where every answer was good, that is said', async ({ page }) => {
  await page.request.post('/fake/cases', { data: { none: true } });
  await page.goto('/admin/questions');
  await expect(page.getByRole('heading', { name: 'Nothing to complain about' })).toBeVisible();
  await sound(page, 'questions-none');
});
