import { describe, expect, it } from 'vitest';
import { type Token, Tokens, type Word } from './tokens';

const LIFE = 1_000;

/** A browser with one cookie, and a server that ends the session when a cookie is used twice. */
class Browser {
  cookie: number | null = 1;
  now = 0;
  refreshes = 0;
  atOnce = 0;
  mostAtOnce = 0;
  reachable = true;
  deaf = false;
  #valid = 1;
  #ended = false;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #tabs: Tokens[] = [];

  tab({ locks = true } = {}): Tokens {
    const tab = new Tokens({
      refresh: () => this.#refresh(),
      alone: (act) => (locks ? this.#alone(act) : act()),
      tell: (word) => this.#tell(tab, word),
      now: () => this.now,
    });
    this.#tabs.push(tab);
    return tab;
  }

  endSession(): void {
    this.#ended = true;
  }

  token = (text: string, userId = 'ada'): Token => ({ text, userId, renewAt: this.now + LIFE });

  async #refresh(): Promise<Token | null> {
    this.refreshes += 1;
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    const given = this.cookie;
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.atOnce -= 1;
    if (!this.reachable) throw new Error('unreachable');
    if (given !== this.#valid) this.#ended = true;
    if (given === null || this.#ended) return null;
    this.#valid += 1;
    this.cookie = this.#valid;
    return this.token(`token ${this.#valid}`);
  }

  #alone<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #tell(from: Tokens, word: Word): void {
    if (this.deaf) return;
    for (const tab of this.#tabs) if (tab !== from) queueMicrotask(() => tab.hear(word));
  }
}

describe('one tab', () => {
  it('asks once for all calls that wait', async () => {
    const browser = new Browser();
    const tab = browser.tab();

    const all = await Promise.all(Array.from({ length: 10 }, () => tab.ready()));

    expect(all).toEqual(Array(10).fill(true));
    expect(browser.refreshes).toBe(1);
    expect(tab.ready()).toBeNull();
  });

  it('renews before the token ends, and not earlier', async () => {
    const browser = new Browser();
    const tab = browser.tab();
    await tab.ready();
    browser.now += LIFE - 1;
    expect(tab.ready()).toBeNull();
    browser.now += 1;

    await tab.ready();

    expect(browser.refreshes).toBe(2);
    expect(tab.text).toBe('token 3');
  });

  it('does not renew for a call that used an older token', async () => {
    const browser = new Browser();
    const tab = browser.tab();
    await tab.ready();

    expect(await tab.renew('an older one')).toBe(true);
    expect(browser.refreshes).toBe(1);
  });

  it('lets in without a name until the server wants one', async () => {
    const browser = new Browser();
    browser.cookie = null;
    const tab = browser.tab();

    expect(await tab.ready()).toBe(false);
    expect(tab.store.get()).toEqual({ token: null, refused: false });
    expect(tab.ready()).toBeNull();
    tab.wanted();
    expect(tab.store.get().refused).toBe(true);
  });

  it('stays signed in while the server cannot be reached', async () => {
    const browser = new Browser();
    const tab = browser.tab();
    browser.reachable = false;
    await expect(tab.ready()).rejects.toThrow('unreachable');
    expect(tab.store.get().refused).toBe(false);
    browser.reachable = true;

    expect(await tab.ready()).toBe(true);
  });

  it('never goes on without a name when a session has ended', async () => {
    const browser = new Browser();
    const tab = browser.tab();
    await tab.ready();
    browser.endSession();

    expect(await tab.renew(tab.text)).toBe(false);
    expect(tab.store.get()).toEqual({ token: null, refused: true });
  });
});

describe('two tabs', () => {
  it('share what one of them got', async () => {
    const browser = new Browser();
    const [one, two] = [browser.tab(), browser.tab()];

    await Promise.all([one.ready(), two.ready()]);

    expect(browser.refreshes).toBe(1);
    expect(two.text).toBe(one.text);
  });

  it('never spend the same cookie, also when they do not hear each other', async () => {
    const browser = new Browser();
    browser.deaf = true;
    const tabs = [browser.tab(), browser.tab(), browser.tab()];

    for (let round = 0; round < 20; round += 1) {
      await Promise.all(tabs.map((tab) => tab.renew(tab.text)));
      browser.now += LIFE;
    }

    expect(browser.mostAtOnce).toBe(1);
    expect(tabs.every((tab) => tab.text !== null)).toBe(true);
  });

  it('would lose the session without taking turns', async () => {
    const browser = new Browser();
    browser.deaf = true;
    const tabs = [browser.tab({ locks: false }), browser.tab({ locks: false })];

    const [first, second] = await Promise.all(tabs.map((tab) => tab.ready()));

    expect([first, second]).toContain(false);
  });

  it('are both signed out when a cookie was used twice', async () => {
    const browser = new Browser();
    const [one, two] = [browser.tab(), browser.tab()];
    await Promise.all([one.ready(), two.ready()]);
    browser.cookie = 1;

    expect(await one.renew(one.text)).toBe(false);
    await Promise.resolve();

    expect(two.store.get()).toEqual({ token: null, refused: true });
  });

  it('sign in and out together', async () => {
    const browser = new Browser();
    const [one, two] = [browser.tab(), browser.tab()];
    one.accept(browser.token('mine'));
    await Promise.resolve();
    expect(two.text).toBe('mine');

    two.leave();
    await Promise.resolve();

    expect(one.store.get()).toEqual({ token: null, refused: true });
  });

  it('do not call for a sign-in where nobody was signed in', async () => {
    const browser = new Browser();
    browser.cookie = null;
    const [one, two] = [browser.tab(), browser.tab()];
    await one.ready();

    two.leave();
    await Promise.resolve();

    expect(one.store.get().refused).toBe(false);
  });
});
