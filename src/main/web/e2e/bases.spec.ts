import { expect, type Page, test } from '@playwright/test';
import { sound } from './sound';
import { complaints, file, open, unique } from './steps';

const base = (page: Page) => page.getByRole('combobox', { name: 'Knowledge base' });

for (const scheme of ['light', 'dark'] as const) {
  test(`a base is made, filled, closed and deleted in ${scheme}`, async ({ page }) => {
    const found = complaints(page);
    const name = unique(`Rivers ${scheme}`);
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '/documents');
    await page.getByRole('button', { name: 'New base' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await dialog.getByRole('textbox', { name: 'Description' }).fill('What runs where.');
    await sound(page, 'base-dialog');
    await dialog.getByRole('button', { name: 'Create' }).click();

    await expect(base(page).locator('option:checked')).toHaveText(name);
    await expect(page.getByText('No documents yet')).toBeVisible();
    const chooser = page.locator('input[type=file][multiple]:not([webkitdirectory])').first();
    await chooser.setInputFiles(file(`${name}.md`, '# Elbe\n\nIt runs to the sea.\n'));
    await expect(page.getByText(`${name}.md`).first()).toBeVisible();

    await page.getByRole('button', { name: `Settings of ${name}` }).click();
    await dialog.getByRole('radio', { name: /May not know of it/ }).check();
    await dialog.getByRole('button', { name: 'Take All agents away' }).click();
    await dialog.getByRole('button', { name: 'Add somebody' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Only for some')).toBeVisible();
    await sound(page, 'base');
    await page.reload();
    await expect(page.getByText('Only for some')).toBeVisible();

    await page.getByRole('button', { name: `Delete ${name}` }).click();
    const gone = dialog.getByRole('button', { name: 'Delete for good' });
    await expect(gone).toBeDisabled();
    await dialog.getByRole('textbox').fill(name);
    await sound(page, 'delete-base');
    await gone.click();
    await expect(base(page).locator('option:checked')).toHaveText('All knowledge bases');
    await expect(base(page).locator('option', { hasText: name })).toHaveCount(0);
    expect(found).toEqual([]);
  });
}
