import { problemOf, signedOut, unreachable } from './problem';
import { tokens } from './sign-in';

const DEADLINE_MS = 30_000;

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a form as it is. */
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
  /** Nobody has to be signed in for it: a 401 is an answer and not a call for a new token. */
  open?: boolean;
}

export function authorization(): Record<string, string> {
  return tokens.text === null ? {} : { Authorization: `Bearer ${tokens.text}` };
}

const withQuery = (path: string, query: CallOptions['query']): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
};

/** Sends with a good token, and once more with the next one when that was refused after all. */
export async function withToken<T>(
  send: () => Promise<T>,
  statusOf: (answer: T) => number,
): Promise<T> {
  const waiting = tokens.ready();
  // Who was signed in does not go on as nobody.
  if (waiting !== null && !(await waiting) && tokens.store.get().refused) throw signedOut();
  const used = tokens.text;
  const answer = await send();
  if (statusOf(answer) !== 401) return answer;
  const justAsked = waiting !== null && used === null;
  if (!justAsked && (await tokens.renew(used))) return send();
  tokens.wanted();
  return answer;
}

async function answerTo(path: string, options: CallOptions): Promise<Response> {
  const { method = 'GET', body, query, idempotencyKey, signal, open } = options;
  const isJson = body !== undefined && !(body instanceof FormData);
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const send = async () => {
    try {
      return await fetch(withQuery(path, query), {
        method,
        headers: {
          Accept: 'application/json',
          ...(isJson && { 'Content-Type': 'application/json' }),
          ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
          ...(!open && authorization()),
        },
        ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as FormData) }),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        credentials: 'same-origin',
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw unreachable();
    }
  };
  return open ? send() : withToken(send, (response) => response.status);
}

/** One JSON call. Rejects with `CallFailed` only, or with an abort of `signal`. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await answerTo(path, options);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.status === 202) return bodyOf<T>(response);
  try {
    return (await response.json()) as T;
  } catch {
    throw unreachable();
  }
}

/** A file as it comes. */
export async function download(
  path: string,
  query: NonNullable<CallOptions['query']>,
): Promise<Blob> {
  const response = await answerTo(path, { query });
  if (!response.ok) throw await problemOf(response);
  try {
    return await response.blob();
  } catch {
    throw unreachable();
  }
}

/** Answers that may be empty. */
async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const newIdempotencyKey = (): string =>
  globalThis.crypto.randomUUID?.() ??
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((b) => b.toString(16).padStart(2, '0'))
    .join('');
