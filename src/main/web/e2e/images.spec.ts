import { expect, test } from '@playwright/test';
import { sound } from './sound';
import { ask, complaints, lastAnswer, open } from './steps';

const STRIPES = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAMAAADS6oI8AAAADFBMVEUfb1ziqDxGYqDIWlDq0SzaAAAARklEQVR42u3QOwoAIAxEQT/3v7PYbS8BA/PqJQMZI5rRinb0sgcAAADAv4C3AAAAAOBWcTT3AAAAAOgBVBzNPQAAAABaAAexzCQB/sDiKQAAAABJRU5ErkJggg==',
  'base64',
);
const png = (name: string) => ({ name, mimeType: 'image/png', buffer: STRIPES });

for (const scheme of ['light', 'dark'] as const) {
  test(`a question shows images in ${scheme}, also after a reload`, async ({ page }) => {
    const found = complaints(page);
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '/');
    const choose = page.locator('input[type=file][accept*="image/png"]');
    await choose.setInputFiles([png('one.png'), png('two.png')]);
    const drafts = page.getByRole('list', { name: 'Images' });
    await expect(drafts.getByRole('img')).toHaveCount(2);
    await sound(page, 'draft-images');
    await drafts.getByRole('button', { name: 'Remove two.png' }).focus();
    await page.keyboard.press('Enter');
    await expect(drafts.getByRole('img')).toHaveCount(1);

    await ask(page, 'What is this?');
    // A server without a model that sees says that it cannot; the question and its image stay.
    await expect(lastAnswer(page)).toHaveAttribute('data-outcome', /complete|failed/);

    const shown = page.getByRole('list', { name: 'Images' }).getByRole('img', { name: 'one.png' });
    await expect(shown).toBeVisible();
    await page.reload();
    await expect(shown).toHaveJSProperty('naturalWidth', 96);
    await sound(page, 'shown-images');
    expect(found).toEqual([]);
  });
}

test('what is no image, or too much, is said at once', async ({ page }) => {
  await open(page, '/');
  const choose = page.locator('input[type=file][accept*="image/png"]');
  await choose.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: STRIPES });
  await expect(page.getByRole('alert')).toContainText('Only PNG');
  await choose.setInputFiles(['1', '2', '3', '4', '5'].map((name) => png(`${name}.png`)));
  await expect(page.getByRole('alert')).toContainText('at most four');
  await expect(page.getByRole('list', { name: 'Images' }).getByRole('img')).toHaveCount(4);
});
