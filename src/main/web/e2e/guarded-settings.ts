import { expect, type Page } from '@playwright/test';
import { heading, sound } from './guarded-steps';
import { input } from './steps';

const SUGGESTION = 'Which documents can Parley read?';

/** An owner changes what others see, and takes it back. */
export async function changeAndRollBack(owner: Page, other: Page): Promise<void> {
  const at = (name: string) => owner.getByRole('textbox', { name, exact: true });
  const main = owner.getByRole('main');
  await owner.goto('/admin/settings');
  await expect(heading(owner, 'Settings')).toBeVisible();
  await expect(main.getByText('Nobody has changed anything yet')).toBeVisible();
  await sound(owner, 'settings');

  await at('Passages of an answer').fill('60');
  await expect(main.getByText('Must be a whole number from 1 to 50.')).toBeVisible();
  await at('Passages of an answer').fill('5');
  await at('Suggested questions').fill(SUGGESTION);
  await main.getByText('Violet', { exact: true }).click();
  await main.getByRole('button', { name: 'Review and save' }).click();
  const dialog = owner.getByRole('dialog');
  await expect(dialog.getByText('Was: 8')).toBeVisible();
  await sound(owner, 'settings-review');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Shorter answers');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByText('The settings are saved.')).toBeVisible();
  await expect(owner.locator('html')).toHaveAttribute('data-accent', 'violet');
  await expect(main.getByText('“Shorter answers”')).toBeVisible();
  await sound(owner, 'settings-history');

  await other.goto('/');
  await expect(input(other)).toBeVisible();
  await expect(other.getByRole('button', { name: SUGGESTION })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('data-accent', 'violet');

  await at('Passages of an answer').fill('9');
  await main.getByRole('button', { name: 'Review and save' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(main.getByText('Version 2', { exact: true })).toBeVisible();
  await main.getByRole('button', { name: 'Roll back to version 1' }).click();
  await expect(dialog.getByText('This would change:')).toBeVisible();
  await dialog.getByRole('button', { name: 'Roll back', exact: true }).click();
  await expect(main.getByText('Back to version 1')).toBeVisible();
  await expect(at('Passages of an answer')).toHaveValue('5');
  await owner.reload();
  await expect(at('Passages of an answer')).toHaveValue('5');
}
