import { authorization, withToken } from '../platform/http';
import { problemOf, unreachable } from '../platform/problem';
import type { Document } from '../wire/types';

const DEADLINE_MS = 15 * 60_000;

export interface Sent {
  document: Document;
  /** The same bytes were there already. */
  same: boolean;
}

/** A file and where it goes. */
export interface Sending {
  name: string;
  file: File;
  to: string;
  /** Empty for the one that the server chooses. */
  base: string;
}

/** Sends one file, telling how much of it has gone. */
export async function sendFile(
  named: Sending,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const request = await withToken(
    () => sendOnce(named, onProgress, signal),
    ({ status }) => status,
  );
  return settled(request);
}

/** `fetch` cannot tell how much has gone, so this is XHR. */
function sendOnce(
  { name, file, to, base }: Sending,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.timeout = DEADLINE_MS;
    for (const [header, value] of Object.entries(authorization())) {
      request.setRequestHeader(header, value);
    }
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, file.size));
    request.onerror = () => reject(unreachable());
    request.ontimeout = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    request.onload = () => resolve(request);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    if (base !== '') form.set('base', base);
    form.set('name', name);
    form.set('file', file, file.name);
    request.send(form);
  });
}

async function settled(request: XMLHttpRequest): Promise<Sent> {
  const type = request.getResponseHeader('content-type') ?? '';
  if (request.status < 200 || request.status > 299) {
    const status = Math.max(400, request.status);
    const answer = new Response(request.responseText, {
      status,
      headers: { 'content-type': type },
    });
    throw await problemOf(answer);
  }
  try {
    return { document: JSON.parse(request.responseText) as Document, same: request.status === 200 };
  } catch {
    throw unreachable();
  }
}
