import { createHmac } from 'node:crypto';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { accessible, fits, inBoth } from './sound';
import { complaints, picture } from './steps';

export const OWNER = 'olga@example.org';
export const AGENT = 'amir@example.org';
export const PASSWORD = 'four words make a password';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;
const CODE_DIGITS = 6;

/** What an authenticator app shows for the secret, some steps of thirty seconds from now. */
export function codeOf(secret: string, later = 0): string {
  const bits = [...secret.replaceAll(/\s/g, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_SECONDS) + later));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

/** The pages of somebody with a browser of their own, and what those complained about. */
export class Visitor {
  readonly page: Page;
  readonly #found: string[];

  private constructor(page: Page) {
    this.page = page;
    this.#found = complaints(page);
  }

  /** @param address where the server is told that this browser is */
  static async come(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      ...options,
      reducedMotion: 'reduce',
      extraHTTPHeaders: { 'X-Forwarded-For': address },
    });
    return new Visitor(await context.newPage());
  }

  async leave(): Promise<void> {
    await this.page.context().close();
    expect(this.#found).toEqual([]);
  }
}

// The pages that axe looks at in dark too; the others are made of the same parts.
const IN_DARK_TOO = /^(sign-in|security|people|audit|models|usage|budget|inbox|handover)/;

/** Takes pictures of the page in light and dark; it fits its width, and axe finds nothing. */
export async function sound(page: Page, name: string): Promise<void> {
  await fits(page);
  await inBoth(page, async (scheme) => {
    await picture(page, `guarded-${name}`);
    if (scheme === 'light' || IN_DARK_TOO.test(name)) await accessible(page);
  });
}

export const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
export const password = (page: Page) => page.getByLabel('Password', { exact: true });
export const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true });

/** Fills in the page that asks who one is. */
export async function signInAs(page: Page, address: string, word = PASSWORD): Promise<void> {
  await email(page).fill(address);
  await password(page).fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
}
