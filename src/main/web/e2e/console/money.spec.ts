import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { picture } from '../steps';
import { operator, test } from './steps';

test('usage is shown by day, split, narrowed, and all of it stands in the address', async ({
  page,
}) => {
  await page.goto('/admin/usage');
  await expect(page.getByRole('img', { name: /^Cost by day/ })).toBeVisible();
  await expect(page.locator('[data-figure=cost]')).toHaveText(/^\$\d+\.\d\d$/);
  const table = page.getByRole('region', { name: 'By model' });
  await table.getByRole('button', { name: 'gpt-4o', exact: true }).click();
  await expect(page).toHaveURL(/model=gpt-4o/);
  await page.getByRole('combobox', { name: 'Split by' }).selectOption('By person');
  await page.getByRole('button', { name: /^Tokens/ }).click();
  await page.getByRole('button', { name: '90 d' }).click();
  await expect(page).toHaveURL(/by=user/);
  await expect(page).toHaveURL(/measure=tokens/);
  await expect(page).toHaveURL(/range=90d/);
  await page.reload();
  await expect(page.getByRole('img', { name: /^Tokens by day/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'By person' })).toContainText('Ada Moreau');
  await picture(page, 'usage-narrowed');
  await page.getByRole('button', { name: 'Model: not only gpt-4o' }).click();
  await expect(page).not.toHaveURL(/model=/);
});

test('the table behind the chart has every day, empty ones too', async ({ page }) => {
  await page.goto('/admin/usage?range=7d');
  await page.getByRole('button', { name: 'Table' }).click();
  const rows = page.getByRole('region', { name: /^Cost by day/ }).getByRole('row');
  await expect(rows).toHaveCount(8);
  await expect(rows.filter({ hasText: '$0.00' }).first()).toBeVisible();
});

test('a time of its own is looked at by the hour', async ({ page }) => {
  await page.goto('/admin/usage?from=2026-11-17&to=2026-11-17');
  await expect(page.getByRole('img', { name: /^Cost by hour/ })).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('region', { name: /^Cost by hour/ }).getByRole('row')).toHaveCount(
    25,
  );
});

test('figures and single calls are downloaded', async ({ page }) => {
  await page.goto('/admin/usage?from=2026-11-16&to=2026-11-20&by=provider');
  const save = async (item: string) => {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const saved = await file;
    return [saved.suggestedFilename(), await readFile(await saved.path(), 'utf8')] as const;
  };
  const [name, text] = await save('Figures as shown');
  expect(name).toBe('usage_2026-11-16_2026-11-20.csv');
  expect(text.split('\r\n')[0]).toMatch(/^at,provider,name,requests,.*,cost_usd$/);
  expect(text.trim().split('\r\n').length).toBeGreaterThan(5);
  const [ledger, entries] = await save('Every single call');
  expect(ledger).toBe('ledger_2026-11-16_2026-11-20.csv');
  expect(entries).toContain('gpt-4o');
});

test('a request is explained, try by try', async ({ page }) => {
  await page.goto('/admin/usage');
  await page.getByRole('button', { name: 'Explain a request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Explain a request' });
  await dialog.getByRole('textbox', { name: 'Request' }).fill('unknown');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No model was asked for this request');
  await dialog.getByRole('textbox', { name: 'Request' }).fill('known');
  await dialog.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/request=known/);
  await page.reload();
  const tries = dialog.getByRole('listitem');
  await expect(tries).toHaveCount(2);
  await expect(tries.first()).toContainText('openai-eu/gpt-4o');
  await expect(tries.last()).toContainText('Answered');
  await expect(tries.last()).toContainText('$0.00729');
  await picture(page, 'explained');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/request=/);
});

test('a time without use says so', async ({ page }) => {
  await page.goto('/admin/usage?from=2026-11-21&to=2026-11-21&model=nobody-asks-this');
  await expect(page.getByRole('heading', { name: 'Nothing was used in this time' })).toBeVisible();
  await picture(page, 'usage-empty');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page).not.toHaveURL(/model=/);
});

test('prices are filtered, and a new one comes into the list', async ({ page, isMobile }) => {
  await page.goto('/admin/prices');
  const rows = page.getByRole('table').getByRole('row');
  await page.getByRole('textbox', { name: 'Filter by model or provider' }).fill('gpt-4o');
  await expect(page).toHaveURL(/q=gpt-4o/);
  await expect(rows).toHaveCount(4);
  await page.getByRole('button', { name: 'Past ones too' }).click();
  await expect(page.locator('[data-standing=replaced]')).toHaveCount(1);

  await page.getByRole('button', { name: 'New price for gpt-4o-mini' }).last().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Input, per million' })).toHaveValue('0.15');
  await dialog.getByRole('textbox', { name: 'Input, per million' }).fill('1,000');
  await dialog.getByRole('button', { name: 'Add price' }).click();
  await expect(dialog.getByText('An amount such as 2.50.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Input, per million' }).fill('0.075');
  await dialog.getByRole('button', { name: 'Add price' }).click();
  await expect(page.getByText('The price of gpt-4o-mini is in the list.')).toBeVisible();
  const now = page.locator('[data-standing=now]').filter({ hasText: 'gpt-4o-mini' });
  await expect(now).toContainText('$0.075');
  await expect(now).toContainText('Own');
  if (!isMobile) await expect(now).toContainText(/Since/);
  await page.getByRole('textbox', { name: 'Filter by model or provider' }).fill('zzz');
  await expect(page.getByRole('heading', { name: 'No price fits this filter' })).toBeVisible();
});

test('what a price ends before it begins is said at the field', async ({ page }) => {
  await page.goto('/admin/prices');
  await page.getByRole('button', { name: 'Add price' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Provider' }).fill('openai');
  await dialog.getByRole('combobox', { name: 'Model' }).fill('gpt-6');
  await dialog.getByRole('textbox', { name: 'Input, per million' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Output, per million' }).fill('2');
  await dialog.getByRole('button', { name: /^Caches/ }).click();
  await dialog.getByLabel('From').fill('2026-12-01');
  await dialog.getByLabel('Until').fill('2026-11-01');
  await dialog.getByRole('button', { name: 'Add price' }).click();
  await expect(dialog.getByText('must be later than from')).toBeVisible();
});

test('a budget burns down, is raised, and the change undone', async ({ page }) => {
  await page.goto('/admin/budgets');
  const row = page.getByRole('listitem').filter({ hasText: 'Support desk' });
  await expect(row).toContainText('$4.31 of $5.00');
  await expect(row).toContainText('Over 80%');
  await row.getByRole('button').click();
  await expect(page).toHaveURL(/budget=/);
  const panel = page.getByRole('dialog', { name: 'Support desk' });
  await expect(panel.getByRole('img', { name: /\$4\.31 of \$5\.00 spent/ })).toBeVisible();
  await panel.getByText('Table').click();
  await expect(panel.getByRole('row').last()).toContainText('$5.00');
  await panel.getByRole('button', { name: 'Edit budget' }).click();
  const form = page.getByRole('dialog', { name: 'Edit budget' });
  await form.getByRole('textbox', { name: 'Amount' }).fill('20');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(row).toContainText('of $20.00');
  await expect(row).not.toContainText('Over');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('of $5.00');
});

test('a budget is added for a person, and deleted', async ({ page }) => {
  await operator(page, { empty: true });
  await page.goto('/admin/budgets');
  await expect(page.getByRole('heading', { name: 'No budgets yet' })).toBeVisible();
  await picture(page, 'budgets-empty');
  await page.getByRole('button', { name: 'Add budget' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add budget' }).click();
  await expect(form.getByText('Please fill this in.').first()).toBeVisible();
  await form.getByRole('textbox', { name: 'Name' }).fill('Trial');
  await form.getByRole('combobox', { name: 'For' }).selectOption('A person');
  await form.getByRole('combobox', { name: 'A person' }).selectOption('Dana Weiss');
  await form.getByRole('textbox', { name: 'Amount' }).fill('12.50');
  await form.getByRole('combobox', { name: 'Period' }).selectOption('Once');
  await form.getByRole('button', { name: 'Add budget' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Trial' });
  await expect(row).toContainText('Dana Weiss');
  await expect(row).toContainText('$0.00 of $12.50');
  await row.getByRole('button').click();
  await expect(page.getByText('Nothing was spent so far.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete budget' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(page.getByRole('heading', { name: 'No budgets yet' })).toBeVisible();
});

test('a limit is added and removed', async ({ page }) => {
  await page.goto('/admin/budgets');
  await page.getByRole('button', { name: 'Add limit' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add limit' }).click();
  await expect(form.getByText('Give tokens, or calls at once.')).toBeVisible();
  await form.getByRole('combobox', { name: 'For' }).selectOption('The workspace');
  await form.getByRole('textbox', { name: 'Tokens' }).fill('5000000');
  await form.getByRole('combobox', { name: 'In each' }).selectOption('day');
  await form.getByRole('button', { name: 'Add limit' }).click();
  const row = page.getByRole('listitem').filter({ hasText: '5,000,000 tokens / day' });
  await expect(row).toContainText('Northwind');
  await row.getByRole('button').click();
  await expect(row).toHaveCount(0);
});
