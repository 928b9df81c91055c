import { expect, type Page, test } from '@playwright/test';
import { sound } from './sound';
import { ask, complaints, file, input, lastAnswer, open, unique } from './steps';

const chooser = (page: Page) => page.locator('input[type=file][accept*="image/png"]');
const given = (page: Page) =>
  page.getByRole('list', { name: 'Documents of this conversation' }).getByRole('listitem');

for (const scheme of ['light', 'dark'] as const) {
  test(`a conversation is given a document in ${scheme}`, async ({ page }) => {
    const found = complaints(page);
    const word = unique('numbat');
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '/');
    await input(page).fill(`What does the ${word} eat?`);
    await chooser(page).setInputFiles([
      file(`${word}.md`, `# The ${word}\n\nThe ${word} eats termites.\n`),
      file('film.mp4', 'x'),
    ]);

    await expect(given(page)).toHaveCount(2);
    await expect(page.getByRole('alert')).toContainText('.mp4');
    await page.getByRole('button', { name: 'Remove film.mp4' }).click();
    await expect(given(page).filter({ hasText: word })).toContainText(/passage/);
    await expect(page).toHaveURL(/\/c\//);
    await expect(input(page)).toHaveValue(`What does the ${word} eat?`);
    await sound(page, 'given');

    await ask(page, `What does the ${word} eat?`);
    await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'complete');
    await page.reload();
    await expect(given(page)).toHaveCount(1);
    await page.getByRole('button', { name: `Remove ${word}.md` }).click();
    await expect(given(page)).toHaveCount(0);
    await page.reload();
    await expect(lastAnswer(page)).toBeVisible();
    await expect(given(page)).toHaveCount(0);
    expect(found).toEqual([]);
  });
}
