import { expect, test } from '@playwright/test';
import {
  answered,
  ask,
  complaints,
  input,
  lastAnswer,
  open,
  picture,
  QUESTION,
  unique,
} from './steps';

test('an answer streams in, cites, and its citation opens at the quote', async ({
  page,
  isMobile,
}) => {
  const found = complaints(page);
  await open(page, '/');
  await ask(page, QUESTION);

  await expect(page).toHaveURL(/\/c\/[0-9a-f-]+$/);
  const answer = await answered(page);
  await picture(page, 'answer');
  const chip = answer.locator('[data-citation]').first();
  if (!isMobile) {
    await chip.hover();
    await expect(page.getByRole('tooltip')).toContainText(/\w/);
  }
  await chip.click();

  const panel = isMobile
    ? page.getByRole('dialog', { name: 'Source' })
    : page.getByRole('complementary', { name: 'Source' });
  const mark = panel.locator('mark').first();
  await expect(mark).toBeInViewport();
  const marked = (await panel.locator('mark').allTextContents()).join('').replaceAll(/[\s|]+/g, '');
  const { citations } = await stored(page);
  expect(citations.map((one) => one.quote.replaceAll(/[\s|]+/g, ''))).toContain(marked);
  await expect(mark).toBeInViewport();
  await picture(page, 'source');

  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
  expect(found).toEqual([]);
});

test('a source stands in the address and opens again on reload', async ({ page }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  const answer = await answered(page);
  await answer.locator('[data-citation]').first().click();
  await expect(page.locator('mark').first()).toBeVisible();

  await page.reload();

  await expect(page.locator('mark').first()).toBeInViewport();
  await page.goBack();
  await expect(page.locator('mark')).toHaveCount(0);
});

test('a question with a script is shown as text and runs nothing', async ({ page }) => {
  const found = complaints(page);
  await open(page, '/');
  const text = '<script>window.hit=1</script><img src=x onerror="window.hit=1"> what is this?';
  await ask(page, text);

  await expect(page.getByRole('article', { name: 'You' })).toHaveText(text);
  await expect(lastAnswer(page)).not.toHaveAttribute('data-outcome', 'running');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await expect(page.locator('main img, main script, main iframe')).toHaveCount(0);
  expect(found).toEqual([]);
});

test('a follow-up stays in the conversation and both survive a reload', async ({ page }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  await ask(page, QUESTION);
  await expect(page.getByRole('article', { name: 'Answer' })).toHaveCount(2);
  await answered(page);

  await page.reload();

  await expect(page.getByRole('article', { name: 'Answer' })).toHaveCount(2);
  await expect(page.getByRole('article', { name: 'You' })).toHaveCount(2);
});

test('a conversation is renamed, found, deleted and brought back', async ({ page, isMobile }) => {
  await open(page, '/');
  await ask(page, QUESTION);
  await answered(page);
  const menu = async () => {
    if (isMobile) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  };
  await menu();
  const current = page.locator('a[aria-current="page"][href^="/c/"]');
  await current.hover();
  await page.getByRole('listitem').filter({ has: current }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const title = unique('Leave');
  await page.getByRole('textbox', { name: 'Name' }).fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('link', { name: title });
  await expect(row).toBeVisible();

  await page.getByRole('textbox', { name: 'Search conversations' }).fill(title);
  await expect(page.locator('a[href^="/c/"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();

  await row.hover();
  await page.getByRole('button', { name: `Options of ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await menu();
  await expect(row).toBeVisible();

  await row.hover();
  await page.getByRole('button', { name: `Options of ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await menu();
  await expect(page.getByRole('textbox', { name: 'Search conversations' })).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('an address without a conversation says so', async ({ page }) => {
  await open(page, '/c/018f3c7e-1b2a-7c3d-9e4f-5a6b7c8d9e0f');

  await expect(page.getByRole('heading', { name: 'This conversation is gone' })).toBeVisible();
  await expect(input(page)).toHaveCount(0);
});

interface Stored {
  citations: { quote: string }[];
}

/** The last message as the page got it. */
async function stored(page: import('@playwright/test').Page): Promise<Stored> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const answer = page.waitForResponse(
    (response) => response.url().endsWith(`/conversations/${id}`) && response.ok(),
  );
  await page.reload();
  return (await (await answer).json()).messages.at(-1);
}
