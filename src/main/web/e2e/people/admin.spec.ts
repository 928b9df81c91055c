import { expect } from '@playwright/test';
import { picture, signIn } from '../steps';
import { ADA, server, test } from './steps';

test('administration is for those who may', async ({ page, isMobile }) => {
  const menu = async () => {
    if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  };
  const links = page.getByRole('navigation', { name: 'Administration' }).getByRole('link');
  await signIn(page, 'chidi@example.org');
  await page.goto('/');
  await menu();
  await expect(page.getByRole('button', { name: 'Account and settings' })).toContainText('Chidi');
  await expect(links).toHaveCount(0);

  await signIn(page, ADA);
  await page.reload();
  await menu();
  await expect(links).toHaveText(['Usage', 'Budgets', 'Prices', 'Models', 'People', 'Audit log']);
  await links.filter({ hasText: 'People' }).click();
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test('somebody is invited and the invitation withdrawn', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(ADA);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog.getByText('This person has an account here already.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('new@example.org');
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Agent');
  await picture(page, 'invite');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog.getByTestId('invitation-link')).toHaveText(/\/register#/);
  await picture(page, 'invited');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'new@example.org' });
  await expect(row).toContainText('Agent');
  await picture(page, 'people-invitation');
  await row.getByRole('button', { name: /^Withdraw/ }).click();
  await expect(row).toHaveCount(0);
});

test('a role is changed, undone, and a refusal taken back', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/admin/people');
  const role = page.getByRole('combobox', { name: 'Role of Dana Weiss' });
  await role.selectOption('Agent');
  await expect(page.getByText('Dana Weiss is now Agent.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(role).toHaveValue('member');

  const bo = page.getByRole('combobox', { name: 'Role of Bo Lindqvist' });
  await bo.selectOption('Agent');
  await expect(page.getByText('One administrator must stay.')).toBeVisible();
  await expect(bo).toHaveValue('admin');
});

test('somebody is disabled and enabled again', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/admin/people?q=dana');
  const row = page.getByRole('listitem').filter({ hasText: 'Dana Weiss' });
  await expect(page.getByText('1 person')).toBeVisible();
  await row.getByRole('button', { name: 'Options of Dana Weiss' }).click();
  await page.getByRole('menuitem', { name: 'Disable…' }).click();
  await picture(page, 'disable');
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(row).toContainText('Disabled');
  await row.getByRole('button', { name: 'Options of Dana Weiss' }).click();
  await page.getByRole('menuitem', { name: 'Enable' }).click();
  await expect(row).not.toContainText('Disabled');
  await page.getByRole('textbox', { name: 'Filter by name or e-mail' }).fill('zzz');
  await expect(page.getByRole('heading', { name: 'Nobody fits this filter' })).toBeVisible();
  await expect(page).toHaveURL(/q=zzz/);
});

test('the log is filtered in the address, paged, and looked into', async ({ page, isMobile }) => {
  await signIn(page, ADA);
  await page.goto('/admin/audit');
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows).toHaveCount(101);

  if (isMobile) await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'What' }).selectOption('Role changed');
  await expect(page).toHaveURL(/action=user.role_changed/);
  await expect(page.getByRole('button', { name: /^Sign-in failed/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('user.role_changed');

  await page
    .getByRole('button', { name: /^Role changed/ })
    .last()
    .press('Enter');
  const detail = page.getByRole('dialog');
  await expect(detail).toContainText('"to": "agent"');
  await picture(page, 'audit-detail');
  await detail.getByRole('button', { name: 'Show only these' }).first().click();
  await expect(page).toHaveURL(/actor=user%3A/);
  await page.getByLabel('From').fill('2099-01-01');
  await expect(page.getByRole('heading', { name: 'No event fits these filters' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(rows.nth(10)).toBeVisible();
});

test('the log is exported and verified', async ({ page }) => {
  await signIn(page, ADA);
  await page.goto('/admin/audit?action=key.created');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toBe('audit.csv');

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByTestId('verdict')).toContainText('The log is intact');
  await picture(page, 'audit-sound');
  await server(page, { tampered: true });
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByTestId('verdict')).toContainText('is number 42: it was edited');
  await picture(page, 'audit-broken');
});
