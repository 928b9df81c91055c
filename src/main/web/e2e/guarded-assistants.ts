import { expect, type Page } from '@playwright/test';
import { heading, sound } from './guarded-steps';
import { answered } from './steps';

const SUGGESTION = 'How many places are behind the house?';

/** An assistant on the connected model: made, tried, published, asked and archived. */
export async function assist(page: Page, answer: string): Promise<void> {
  await page.goto('/admin/assistants');
  await expect(heading(page, 'No assistants yet')).toBeVisible();
  await page.getByRole('button', { name: 'New assistant' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Front desk');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(heading(page, 'Front desk')).toBeVisible();
  await page.getByRole('textbox', { name: 'Instructions' }).fill('You speak for the front desk.');
  await page.getByRole('combobox', { name: 'Model' }).selectOption('tiny');
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Welcome to the front desk.');
  await page.getByRole('textbox', { name: 'Suggestions' }).fill(SUGGESTION);

  const panel = page.getByRole('region', { name: 'Try it out' });
  await panel.getByRole('textbox', { name: 'Question' }).fill(SUGGESTION);
  await panel.getByRole('button', { name: 'Ask' }).click();
  const tried = panel.getByRole('article', { name: 'Answer' });
  await expect(tried).toHaveAttribute('data-outcome', 'completed');
  await expect(tried).toContainText(answer);
  await sound(page, 'assistant');

  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByRole('button', { name: 'Publish version 2' }).first().click();
  await expect(page.getByText('Version 2 is live', { exact: true })).toBeVisible();

  await page.goto('/');
  await page.getByText('Front desk', { exact: true }).click();
  await expect(page.getByText('Welcome to the front desk.')).toBeVisible();
  await page.getByRole('button', { name: SUGGESTION, exact: true }).click();
  await expect(await answered(page)).toContainText(answer);
  await expect(page.getByText('With Front desk')).toBeVisible();
  await sound(page, 'assistant-answer');

  await page.goto('/admin/assistants');
  await page.getByRole('link', { name: 'Front desk' }).click();
  await page.getByRole('button', { name: 'Options of this assistant' }).click();
  await page.getByText('Archive…').click();
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('radio', { name: 'Front desk' })).toHaveCount(0);
}
