import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { heading, sound } from './guarded-steps';
import { answered, ask, lastAnswer } from './steps';

export const ANSWER = 'There are twelve places.';
const USAGE = { prompt_tokens: 1_000, completion_tokens: 500, total_tokens: 1_500 };

/** A service that speaks like OpenAI, with one key that it takes. */
export class ModelService {
  readonly key = 'sk-guarded-5417';
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<ModelService> {
    const server = createServer((request, response) => {
      const known = request.headers.authorization === 'Bearer sk-guarded-5417';
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        if (!known) {
          response.writeHead(401, { 'Content-Type': 'application/json' });
          response.end(JSON.stringify({ error: { message: 'This key is not known here.' } }));
          return;
        }
        const { model } = JSON.parse(body) as { model: string };
        const chunk = (choice: object, more = {}) =>
          `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model, choices: [choice], ...more })}\n\n`;
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(chunk({ index: 0, delta: { role: 'assistant', content: ANSWER } }));
        response.write(chunk({ index: 0, delta: {}, finish_reason: 'stop' }));
        response.write(
          `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model, choices: [], usage: USAGE })}\n\n`,
        );
        response.end('data: [DONE]\n\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ModelService(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.#server.close();
  }
}

/** Adds the service as a provider, with a key that is wrong and one that is right, and tests it. */
export async function connect(page: Page, service: ModelService): Promise<void> {
  await page.goto('/admin/models');
  await sound(page, 'models-first');
  await page.getByRole('button', { name: 'Add provider' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('near');
  await form.getByRole('textbox', { name: 'Address' }).fill(service.url);
  await form.getByLabel('API key').fill('sk-wrong-0000');
  await form.getByRole('button', { name: 'Add provider' }).click();
  const panel = page.getByRole('dialog', { name: 'near' });
  await panel.getByRole('button', { name: 'Add key' }).click();
  await panel.getByRole('textbox', { name: 'Label' }).fill('right');
  await panel.getByLabel('API key').fill(service.key);
  await panel.getByRole('button', { name: 'Add key' }).click();
  await expect(panel.getByText('••••5417')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Model' }).fill('tiny-1');
  await panel.getByRole('button', { name: 'Test' }).click();
  await expect(panel.locator('[data-ok=true]')).toContainText(ANSWER);
  await expect(panel.locator('[data-ok=false]')).toBeVisible();
  await sound(page, 'provider');
  await panel.getByRole('button', { name: 'Remove key main' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
}

/** Makes the provider's model the one that answers questions. */
export async function route(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add route' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('textbox', { name: 'Name' }).fill('tiny');
  await editor.getByRole('textbox', { name: 'Model' }).fill('tiny-1');
  await editor.getByRole('checkbox', { name: 'Standard' }).check();
  await sound(page, 'route');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: /^tiny/ })).toContainText('Standard');
  await sound(page, 'models');
}

/** A dollar for a million tokens in and two for those out; and a dollar to spend in a month. */
export async function priceAndBudget(page: Page): Promise<void> {
  await page.goto('/admin/prices');
  await page.getByRole('button', { name: 'Add price' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Provider' }).fill('openai');
  await form.getByRole('combobox', { name: 'Model' }).fill('tiny-1');
  await form.getByRole('textbox', { name: 'Input, per million' }).fill('1');
  await form.getByRole('textbox', { name: 'Output, per million' }).fill('2');
  await form.getByRole('button', { name: 'Add price' }).click();
  await expect(page.getByText('The price of tiny-1 is in the list.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter by model or provider' }).fill('tiny');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page.locator('[data-standing=now]')).toContainText('$1.00');
  await sound(page, 'prices');

  await page.goto('/admin/budgets');
  await page.getByRole('button', { name: 'Add budget' }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Everybody');
  await form.getByRole('textbox', { name: 'Amount' }).fill('1');
  await form.getByRole('button', { name: 'Add budget' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Everybody' })).toContainText(
    'of $1.00',
  );
}

/** Asks once, and finds what it cost everywhere. */
export async function askAndCount(page: Page): Promise<void> {
  await page.goto('/');
  await ask(page, 'How many places are behind the house?');
  await answered(page);
  await expect(lastAnswer(page)).toContainText(ANSWER);

  await page.goto('/admin/usage?range=24h');
  await expect(async () => {
    await page.reload();
    await expect(page.locator('[data-figure=cost]')).toHaveText(/^\$0\.00\d+/, { timeout: 5_000 });
  }).toPass();
  await expect(page.getByRole('region', { name: 'By model' })).toContainText('tiny-1');
  await sound(page, 'usage');
  await page.getByRole('combobox', { name: 'Split by' }).selectOption('By person');
  await expect(page.getByRole('region', { name: 'By person' })).toContainText('Olga');

  await page.goto('/admin/budgets');
  const row = page.getByRole('listitem').filter({ hasText: 'Everybody' });
  await expect(row).toContainText(/\$0\.00\d+ of \$1\.00/);
  await sound(page, 'budgets');
  await row.getByRole('button').click();
  await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
  await sound(page, 'budget');
  await page.keyboard.press('Escape');
}

/** Leaves the models as they were, so that questions are answered from documents again. */
export async function takeAway(page: Page): Promise<void> {
  await page.goto('/admin/models');
  await page.getByRole('button', { name: 'Options of tiny' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  const open = page.getByRole('button', { name: 'near', exact: true });
  const near = page.getByRole('listitem').filter({ has: open });
  await expect(near).toContainText('Not in use');
  await open.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove provider' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(near).toHaveCount(0);
  await page.reload();
  await expect(heading(page, 'Models')).toBeVisible();
  await expect(near).toHaveCount(0);
}
