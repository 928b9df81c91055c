import type { SignedIn } from '../wire/types';
import { problemOf, unreachable } from './problem';
import { type Token, Tokens, type Word } from './tokens';

const NAME = 'parley.sign-in';
const REFRESH = '/api/v1/auth/refresh';
const LOGOUT = '/api/v1/auth/logout';
const DEADLINE_MS = 20_000;
const EARLY_MS = 30_000;
const JITTER_MS = 5_000;

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null;

export const tokens = new Tokens({
  refresh,
  // Without locks (plain HTTP) tabs may meet; the server forgives that for ten seconds.
  alone: (act) => (navigator.locks ? navigator.locks.request(NAME, act) : act()),
  tell: (word: Word) => channel?.postMessage(word),
  now: () => Date.now(),
});

channel?.addEventListener('message', (event: MessageEvent<Word>) => tokens.hear(event.data));

const tokenOf = ({ access_token, expires_in, user }: SignedIn): Token => ({
  text: access_token,
  userId: user.id,
  renewAt: Date.now() + expires_in * 1000 - Math.min(EARLY_MS, expires_in * 500),
});

/** A call that the cookie speaks for. Another site cannot set its header. */
const byCookie = (url: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRF': '1' },
    body: '{}',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(DEADLINE_MS),
  });

async function refresh(): Promise<Token | null> {
  let response: Response;
  try {
    response = await byCookie(REFRESH);
    // Another tab was two steps ahead; the browser has its newer cookie by now.
    if (response.status === 409) response = await byCookie(REFRESH);
  } catch {
    throw unreachable();
  }
  if (response.ok) return tokenOf((await response.json()) as SignedIn);
  if (response.status >= 500 || [408, 425, 429].includes(response.status)) {
    throw await problemOf(response);
  }
  return null;
}

export const acceptSignIn = (answer: SignedIn): void => tokens.accept(tokenOf(answer));

/** Signs out in every tab. The page is loaded anew, so that nothing of the person stays in it. */
export async function signOut(): Promise<void> {
  try {
    await byCookie(LOGOUT);
  } finally {
    forgetPerson();
  }
}

/** For when the session has ended already. */
export function forgetPerson(): void {
  tokens.leave();
  location.replace('/sign-in');
}

let timer: ReturnType<typeof setTimeout> | undefined;
let person: string | null = null;

tokens.store.subscribe(() => {
  const { token } = tokens.store.get();
  clearTimeout(timer);
  if (token === null) return;
  // What an earlier person typed or opened in this tab is not for the next one.
  if (person !== null && person !== token.userId) location.reload();
  person = token.userId;
  const wait = token.renewAt - Date.now() + Math.random() * JITTER_MS;
  timer = setTimeout(() => void tokens.renew(token.text).catch(() => undefined), wait);
});
