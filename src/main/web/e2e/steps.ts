import { expect, type Locator, type Page, test } from '@playwright/test';

/** A question that the documents of the server answer: of the fake one, or of Parley's manual. */
export const QUESTION = process.env['PARLEY_QUESTION'] ?? 'How much leave can I carry over?';

/** Who signs in where the server wants somebody. */
const EMAIL = process.env['PARLEY_EMAIL'];
const PASSWORD = process.env['PARLEY_PASSWORD'] ?? 'correct horse battery';

export const input = (page: Page): Locator => page.getByRole('textbox', { name: 'Ask a question' });

/** Signs in without the page, which finds the cookie when it is opened. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password } });
  expect(answer.status()).toBe(200);
}

/** Opens a page, signed in where the server wants somebody. */
export async function open(page: Page, path: string): Promise<void> {
  if (EMAIL !== undefined) await signIn(page, EMAIL);
  await page.goto(path);
}

export async function ask(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

export const lastAnswer = (page: Page): Locator =>
  page.getByRole('article', { name: 'Answer' }).last();

export async function answered(page: Page): Promise<Locator> {
  const answer = lastAnswer(page);
  await expect(answer).toHaveAttribute('data-outcome', 'complete');
  return answer;
}

/** A picture of the page beside the results, named by the form it was taken in. */
export async function picture(page: Page, name: string): Promise<void> {
  const scheme = await page.evaluate(() => document.documentElement.dataset['theme']);
  await page.screenshot({
    path: `test-results/pages/${name}-${test.info().project.name}-${scheme}.png`,
  });
}

/** Fails the test on anything the content policy or a script of the page complains about. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security|Trusted/i.test(message.text())) {
      found.push(message.text());
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (
      /^https?:$/.test(url.protocol) &&
      url.origin !== new URL(page.url()).origin &&
      page.url() !== 'about:blank'
    ) {
      found.push(`asked ${url.origin}`);
    }
  });
  return found;
}

export const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(text),
});

/** A name that no earlier run has used. */
export const unique = (name: string): string => `${name}-${Date.now().toString(36)}`;
