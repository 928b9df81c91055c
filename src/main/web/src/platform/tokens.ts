import { createStore } from './store';

/** What shows who is asking. Lives in memory only; its successor is bought with a cookie. */
export interface Token {
  text: string;
  userId: string;
  /** From when on it should be renewed before it is used, in milliseconds of the clock. */
  renewAt: number;
}

export interface SignIn {
  token: Token | null;
  /** The server will not answer without somebody signing in. */
  refused: boolean;
}

/** What tabs tell each other. */
export type Word = { kind: 'token'; token: Token } | { kind: 'out' };

export interface Ports {
  /** Spends the refresh token; null when it is refused. Rejects when the server cannot be asked. */
  refresh(): Promise<Token | null>;
  /** Runs `act` while no other tab does. */
  alone<T>(act: () => Promise<T>): Promise<T>;
  tell(word: Word): void;
  now(): number;
}

/** Keeps one good token in every tab while the refresh token, each good for one use, is shared. */
export class Tokens {
  readonly store = createStore<SignIn>({ token: null, refused: false });
  readonly #ports: Ports;
  #tried = false;
  #renewing: Promise<boolean> | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get text(): string | null {
    return this.store.get().token?.text ?? null;
  }

  /** What a call has to wait for first; null where that is nothing. */
  ready(): Promise<boolean> | null {
    if (!this.#tried) return this.renew(null);
    const { token } = this.store.get();
    return token !== null && this.#isOld(token) ? this.renew(token.text) : null;
  }

  /** Gets a successor of the token `used`, unless there is one already. False: sign in again. */
  renew(used: string | null): Promise<boolean> {
    if (this.#hasOtherThan(used)) return Promise.resolve(true);
    this.#renewing ??= this.#ports
      .alone(() => this.#renewAlone(used))
      .finally(() => {
        this.#renewing = null;
      });
    return this.#renewing;
  }

  /** Somebody has signed in here. */
  accept(token: Token): void {
    this.#take(token);
    this.#ports.tell({ kind: 'token', token });
  }

  /** Somebody has signed out here. */
  leave(): void {
    this.#end();
    this.#ports.tell({ kind: 'out' });
  }

  hear(word: Word): void {
    if (word.kind === 'token') this.#take(word.token);
    else if (this.store.get().token !== null) this.#end();
  }

  /** The server wants somebody to sign in. */
  wanted(): void {
    if (this.text === null) this.store.set({ token: null, refused: true });
  }

  async #renewAlone(used: string | null): Promise<boolean> {
    // While this tab waited for its turn, another may have done it.
    if (this.#hasOtherThan(used)) return true;
    const had = this.text !== null;
    const token = await this.#ports.refresh();
    this.#tried = true;
    if (token !== null) {
      this.accept(token);
      return true;
    }
    // Who was never signed in may still be let in without a name; who was must not be without one.
    if (had) this.leave();
    return false;
  }

  #take(token: Token): void {
    this.#tried = true;
    this.store.set({ token, refused: false });
  }

  #end(): void {
    this.#tried = true;
    this.store.set({ token: null, refused: true });
  }

  #isOld = (token: Token): boolean => this.#ports.now() >= token.renewAt;

  #hasOtherThan(used: string | null): boolean {
    const { token } = this.store.get();
    return token !== null && token.text !== used && !this.#isOld(token);
  }
}
