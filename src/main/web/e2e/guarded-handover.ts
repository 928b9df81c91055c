import { expect, type Page } from '@playwright/test';
import { sound } from './guarded-steps';
import { answered, ask, input, QUESTION } from './steps';

/** What one browser does is seen in the other within so long. */
const LIVE_MS = 1_000;

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

/** How long it takes until something is seen, looked at as fast as the browser draws. */
async function soon(page: Page, text: string, act: () => Promise<void>): Promise<number> {
  const seen = page.waitForFunction(
    (wanted) => (document.body.innerText.includes(wanted) ? performance.now() : 0),
    text,
    { polling: 'raf' },
  );
  const from = await page.evaluate(() => performance.now());
  await act();
  const at = (await (await seen).jsonValue()) as number;
  return Math.max(0, at - from);
}

/** Somebody asks for a person, an agent takes the conversation, they talk, and it goes back. */
export async function handOver(asker: Page, agent: Page): Promise<void> {
  await agent.goto('/inbox');
  await expect(agent.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();
  await asker.goto('/');
  await ask(asker, QUESTION);
  await answered(asker);
  const times: number[] = [];
  const live = async (page: Page, text: string, act: () => Promise<void>) => {
    times.push(await soon(page, text, act));
  };

  await live(agent, '1 is waiting', () =>
    asker.getByRole('button', { name: 'Talk to a person' }).click(),
  );
  await expect(asker.getByText('A person has been asked.')).toBeVisible();
  await sound(agent, 'inbox-queue');
  await agent.getByRole('list', { name: 'Conversations', exact: true }).getByRole('link').click();
  await live(asker, 'Amir is here.', () =>
    agent.getByRole('button', { name: 'Claim', exact: true }).click(),
  );
  await reply(agent).fill('How can I help?');
  await live(asker, 'How can I help?', () => send(agent));
  await sound(asker, 'handover');
  await input(asker).fill('Where is the archive?');
  await expect(agent.getByText('The person is typing…')).toBeVisible();
  await live(agent, 'Where is the archive?', () => send(asker));
  await sound(agent, 'inbox-mine');
  await agent.getByRole('button', { name: 'Give back' }).click();
  await live(asker, 'The assistant answers again.', () =>
    agent.getByRole('menuitem', { name: 'To the assistant' }).click(),
  );
  await ask(asker, QUESTION);
  await answered(asker);
  await asker.reload();
  await expect(asker.getByRole('article', { name: 'Message from Amir' })).toBeVisible();

  console.log(`live between two browsers: ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
  for (const ms of times) expect(ms).toBeLessThan(LIVE_MS);
}
