import { expect } from '@playwright/test';
import { picture } from '../steps';
import { operator, test } from './steps';

test('a provider is added, refused where it must be, and tested', async ({ page }) => {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'Add provider' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Not Good');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog.getByText(/^Small letters/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('anthropic');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog.getByText('There is already one of this name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('spare');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://169.254.169.254/v1');
  await dialog.getByRole('button', { name: 'Add provider' }).click();
  await expect(dialog.getByText('The server may not call this address.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://models.example/v1');
  await dialog.getByLabel('API key').fill('sk-very-secret-9876');
  await dialog.getByRole('button', { name: 'Add provider' }).click();

  const panel = page.getByRole('dialog', { name: 'spare' });
  await expect(panel.getByText('••••9876')).toBeVisible();
  await expect(page.getByText('sk-very-secret')).toHaveCount(0);
  await panel.getByRole('textbox', { name: 'Model' }).fill('nothing');
  await panel.getByRole('button', { name: 'Test' }).click();
  await expect(panel.locator('[data-ok=false]')).toContainText('does not exist');
  await panel.getByRole('textbox', { name: 'Model' }).fill('gpt-4o');
  await panel.getByRole('button', { name: 'Test' }).click();
  await expect(panel.locator('[data-ok=true]')).toContainText(/ready.*180 ms/);
  await picture(page, 'provider-tested');
});

test('all models of a provider are tested, key by key, and paused keys are named', async ({
  page,
}) => {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'openai-eu' }).click();
  const panel = page.getByRole('dialog', { name: 'openai-eu' });
  await expect(panel.getByRole('listitem').filter({ hasText: 'spare 1' })).toContainText(
    'Paused after failures',
  );
  await panel.getByRole('button', { name: 'Test' }).click();
  await expect(panel.locator('[data-ok=true]')).toHaveCount(3);
  await expect(panel.locator('[data-ok=false]')).toHaveCount(3);
  await expect(panel.getByRole('button', { name: 'Remove provider' })).toBeDisabled();
  await expect(panel.getByText('The route best goes here.')).toBeVisible();
});

test('health is watched', async ({ page }) => {
  await page.goto('/admin/models');
  const row = page.getByRole('listitem').filter({ hasText: 'api.anthropic.com' });
  await expect(row).toContainText('Healthy');
  await operator(page, { broken: true });
  await expect(row).toContainText('Down');
  await expect(page.getByRole('listitem').filter({ hasText: /^fast/ })).toContainText('Degraded');
});

test('a key is added and removed, and the removal undone', async ({ page }) => {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'anthropic', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'anthropic' });
  await panel.getByRole('button', { name: 'Add key' }).click();
  await panel.getByRole('textbox', { name: 'Label' }).fill('second');
  await panel.getByLabel('API key').fill('sk-ant-another-4321');
  await panel.getByRole('button', { name: 'Add key' }).click();
  await expect(panel.getByText('••••4321')).toBeVisible();
  await panel.getByRole('button', { name: 'Remove key second' }).click();
  await expect(panel.getByText('••••4321')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('••••4321')).toBeVisible();
});

test('a route is written, saved, and taken back', async ({ page }) => {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'Add route' }).click();
  const editor = page.getByRole('dialog', { name: 'Add route' });
  await editor.getByRole('textbox', { name: 'Name' }).fill('fast');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText('There is already one of this name.')).toBeVisible();
  await expect(editor.getByText('Every model needs a provider and a name.')).toBeVisible();

  await editor.getByRole('textbox', { name: 'Name' }).fill('smart');
  await editor.getByRole('textbox', { name: 'Model' }).fill('gpt-4o');
  await editor.getByRole('button', { name: 'Add model' }).click();
  await editor.getByRole('textbox', { name: 'Model' }).nth(1).fill('gpt-4o-mini');
  await editor
    .getByRole('spinbutton', { name: /^Weight/ })
    .first()
    .fill('3');
  await expect(editor.getByText('75% of calls')).toBeVisible();
  await editor.getByRole('button', { name: 'Add tier' }).click();
  await editor.getByRole('combobox', { name: 'Provider' }).nth(2).selectOption('anthropic');
  await editor.getByRole('textbox', { name: 'Model' }).nth(2).fill('claude-sonnet-4-5');
  await editor.getByRole('button', { name: 'Ask tier 2 earlier' }).click();
  await expect(editor.getByRole('textbox', { name: 'Model' }).first()).toHaveValue(
    'claude-sonnet-4-5',
  );
  await picture(page, 'route-editor');
  await editor.getByRole('button', { name: 'Save' }).click();

  const row = page.getByRole('listitem').filter({ hasText: /^smart/ });
  await expect(row).toContainText('claude-sonnet-4-5');
  await expect(row).toContainText('75%');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(0);
});

test('what the server refuses of a route stands in the editor', async ({ page }) => {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'Options of fast' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const editor = page.getByRole('dialog', { name: 'Edit fast' });
  await editor.getByRole('textbox', { name: 'Model' }).first().fill('forbidden');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('alert')).toContainText('this model is not for you');
});

test('a route is removed and comes back', async ({ page }) => {
  await page.goto('/admin/models');
  const row = page.getByRole('listitem').filter({ hasText: /^vectors/ });
  await page.getByRole('button', { name: 'Options of vectors' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});
