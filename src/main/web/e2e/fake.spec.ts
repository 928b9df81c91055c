import { expect, test } from '@playwright/test';
import { answered, ask, lastAnswer, open, picture } from './steps';

test('a lost connection is taken up again without a word missing or twice', async ({
  page,
  request,
}) => {
  await open(page, '/');
  await ask(page, 'Tell me the long story of leave, slowly.');
  await expect(lastAnswer(page).locator('p').first()).toContainText(/\w+ \w+/);
  await request.post('/fake/drop', { data: { streams: 4 } });

  await expect(page.getByText('Reconnecting…')).toBeVisible();
  await picture(page, 'reconnecting');
  await expect(page.getByText('Reconnecting…')).toBeHidden();
  await expect(lastAnswer(page)).toContainText('Paragraph 3.');
  const text = await lastAnswer(page).innerText();
  expect(text.match(/Paragraph \d+/g)).toEqual(
    Array.from(
      { length: text.match(/Paragraph \d+/g)?.length ?? 0 },
      (_, at) => `Paragraph ${at + 1}`,
    ),
  );
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'cancelled');
});

test('phases are said in words', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'Ponder: how much leave?');
  await expect(page.getByText('Searching 3 knowledge bases…')).toBeVisible();
  await expect(page.getByText('Reading 3 passages…')).toBeVisible();
  await expect(page.getByText(/^\d+ ?s$/)).toBeVisible();
  await expect(page.getByText('Writing…')).toBeVisible();
  await answered(page);
});

test('an answer without a source says so', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'Is there nothing about the moon?');
  await answered(page);
  await expect(page.getByText('Nothing in your documents supports this')).toBeVisible();
  await picture(page, 'unsupported');
});

test('a failed answer says what happened and is asked again', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'please fail');
  await expect(page.getByRole('alert')).toContainText('The answer could not be written.');
  await picture(page, 'failed');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('article', { name: 'You' })).toHaveCount(2);
});

test('an interrupted answer keeps what was written', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'break off');
  await expect(lastAnswer(page)).toHaveAttribute('data-outcome', 'interrupted');
  await expect(lastAnswer(page)).toContainText('Leave requests are made');
});

test('rich Markdown and a hostile answer are both harmless', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'How do I restore a backup?');
  const answer = await answered(page);
  await expect(answer.getByRole('table')).toBeVisible();
  await expect(answer.getByRole('button', { name: 'Copy code' })).toBeVisible();
  await expect(answer.getByRole('link')).toHaveText('operations guide(docs.example.org)');
  await picture(page, 'markdown');

  await ask(page, 'say <script');
  await answered(page);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await expect(lastAnswer(page).locator('img, script, a')).toHaveCount(0);
});

test('a question that cannot be sent is kept and sent once on retry', async ({ page }) => {
  await open(page, '/');
  await page.route('**/messages', (route) => route.abort());
  await ask(page, 'How much leave?');
  await expect(page.getByRole('alert')).toContainText('The question was not sent.');
  await picture(page, 'not-sent');
  await page.unroute('**/messages');
  await page.getByRole('button', { name: 'Try again' }).click();
  await answered(page);
  await expect(page.getByRole('article', { name: 'You' })).toHaveCount(1);
});

test('a deleted document shows what was quoted', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'How much leave can I carry over?');
  await answered(page);
  await page.route('**/content?*', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: '{"code":"not_found","title":"gone","status":404}',
    }),
  );
  await page.locator('[data-citation]').first().click();
  await expect(page.getByRole('heading', { name: 'This document was deleted' })).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Up to five days of leave');
  await picture(page, 'deleted');
});

test('five thousand documents scroll', async ({ page, request }) => {
  await request.post('/fake/documents', { data: { count: 5000 } });
  await open(page, '/documents?q=document-0');
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(80);
  for (let at = 0; at < 12; at += 1) {
    await page.mouse.move(700, 600);
    await page.mouse.wheel(0, 6_000);
    await page.waitForTimeout(120);
  }
  await expect(rows.first()).toBeVisible();
  expect(Number(await rows.first().getAttribute('aria-posinset'))).toBeGreaterThan(300);
  await picture(page, 'many-documents');
});

test('an answer shows one source for each place in a document', async ({ page }) => {
  await open(page, '/');
  await ask(page, 'How much leave can I carry over?');
  const answer = await answered(page);
  const sources = answer.getByRole('region', { name: 'Sources' });
  const numbers = sources.getByRole('button', { name: /^Source \d/ });
  const cards = sources.getByRole('listitem');
  expect(await cards.count()).toBeLessThanOrEqual(await numbers.count());

  await numbers.last().click();

  await expect(numbers.last()).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('mark').first()).toBeInViewport();
});
