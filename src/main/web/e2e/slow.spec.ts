import { expect, test } from '@playwright/test';
import { ask, lastAnswer, open, picture } from './steps';

// Needs a model that takes seconds over an answer: the fake server's, or PARLEY_SLOW_MODEL.
const LONG = process.env['PARLEY_LONG_QUESTION'] ?? 'Tell me the long story of leave, slowly.';

test('stop ends the answer and keeps what was written', async ({ page }) => {
  await open(page, '/');
  await ask(page, LONG);
  await expect(lastAnswer(page).locator('p').first()).toContainText(/\w+ \w+/);

  await page.getByRole('button', { name: 'Stop' }).click();

  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'cancelled');
  await expect(page.getByText('You stopped this answer.')).toBeVisible();
  const before = await lastAnswer(page).innerText();
  await page.reload();
  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'cancelled');
  expect(await lastAnswer(page).innerText()).toBe(before);
  await picture(page, 'stopped');
});

test('a reload goes on where the answer is', async ({ page }) => {
  await open(page, '/');
  await ask(page, LONG);
  await expect(lastAnswer(page).locator('p').first()).toContainText(/\w+ \w+ \w+/);

  await page.reload();

  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'running');
  await expect(lastAnswer(page).locator('p').first()).toContainText(/\w+ \w+ \w+/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'cancelled');
});

test('another tab shows the same answer', async ({ page, context }) => {
  await open(page, '/');
  await ask(page, LONG);
  await expect(lastAnswer(page).locator('p').first()).toContainText(/\w+ \w+/);
  const other = await context.newPage();
  await open(other, page.url());
  await expect(lastAnswer(other)).toHaveAttribute('data-outcome', 'running');

  await page.getByRole('button', { name: 'Stop' }).click();

  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'cancelled');
  await expect(lastAnswer(other)).toHaveAttribute('data-outcome', 'cancelled');
  expect(await lastAnswer(other).locator('p').first().innerText()).toBe(
    await lastAnswer(page).locator('p').first().innerText(),
  );
});

test('the page follows the answer until the reader scrolls up', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 460 });
  await open(page, '/');
  await ask(page, LONG);
  const scroller = page.getByRole('region', { name: 'Conversation' });
  const left = () =>
    scroller.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
  await expect.poll(() => scroller.evaluate((box) => box.scrollTop)).toBeGreaterThan(150);
  expect(await left()).toBeLessThan(60);

  await scroller.hover();
  await page.mouse.wheel(0, -400);
  const latest = page.getByRole('button', { name: 'Jump to latest' });
  await expect(latest).toBeVisible();
  const top = await scroller.evaluate((box) => box.scrollTop);
  await expect.poll(left).toBeGreaterThan(500);
  expect(Math.abs((await scroller.evaluate((box) => box.scrollTop)) - top)).toBeLessThan(4);

  await latest.click();
  await expect.poll(left).toBeLessThan(60);
  await page.getByRole('button', { name: 'Stop' }).click();
});
