import { queryClient } from '../platform/client';
import { problemIn } from '../platform/problem';
import { createStore } from '../platform/store';
import { type Refusal, refusalOf } from '../reader/file-kinds';
import { sendFile } from '../reader/send-file';
import type { Problem } from '../wire/types';
import { keys, UPLOAD } from './api';
import { BASES } from './bases-api';
import type { NamedFile } from './dropped-files';

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; bytes: number }
  | { kind: 'sent'; same: boolean }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'failed'; problem: Problem };

export interface Upload extends NamedFile {
  id: number;
  /** Where it goes; empty for the first base that is the reader's to change. */
  base: string;
  state: UploadState;
}

const AT_ONCE = 3;

/** Every file of this visit that was added, in the order it was; lives as long as the application. */
export const uploadStore = createStore<readonly Upload[]>([]);

const aborts = new Map<number, AbortController>();
let lastId = 0;

export const isGoing = ({ state }: Upload): boolean =>
  state.kind === 'waiting' || state.kind === 'sending';

export function addFiles(files: readonly NamedFile[], limitBytes: number, base: string): void {
  const added = files.map(({ name, file }): Upload => {
    lastId += 1;
    const refusal = refusalOf(name, file.size, limitBytes);
    return {
      id: lastId,
      base,
      name,
      file,
      state: refusal ? { kind: 'refused', refusal } : { kind: 'waiting' },
    };
  });
  const finished = !uploadStore.get().some(isGoing);
  const kept = finished
    ? uploadStore.get().filter(({ state }) => state.kind !== 'sent')
    : uploadStore.get();
  uploadStore.set([...kept, ...added]);
  sendNext();
}

export function retryUpload(id: number): void {
  change(id, { kind: 'waiting' });
  sendNext();
}

/** Stops what is going; what is sent stays. */
export function stopUploads(): void {
  uploadStore.set(uploadStore.get().filter((one) => !isGoing(one)));
  for (const abort of aborts.values()) abort.abort();
}

export const clearUploads = (): void => uploadStore.set(uploadStore.get().filter(isGoing));

const change = (id: number, state: UploadState): void =>
  uploadStore.set(uploadStore.get().map((one) => (one.id === id ? { ...one, state } : one)));

function sendNext(): void {
  while (aborts.size < AT_ONCE) {
    const next = uploadStore.get().find(({ state }) => state.kind === 'waiting');
    if (!next) break;
    void send(next);
  }
  window.onbeforeunload = aborts.size > 0 ? (event) => event.preventDefault() : null;
}

async function send(upload: Upload): Promise<void> {
  const abort = new AbortController();
  aborts.set(upload.id, abort);
  change(upload.id, { kind: 'sending', bytes: 0 });
  try {
    const progress = (bytes: number) => change(upload.id, { kind: 'sending', bytes });
    const { same } = await sendFile({ ...upload, to: UPLOAD }, progress, abort.signal);
    change(upload.id, { kind: 'sent', same });
    refreshSoon();
  } catch (error) {
    if (!abort.signal.aborted) change(upload.id, { kind: 'failed', problem: problemIn(error) });
  } finally {
    aborts.delete(upload.id);
    sendNext();
  }
}

const REFRESH_MS = 400;
let refreshing = false;

/** Many small files finish together: the lists are asked for once. */
function refreshSoon(): void {
  if (refreshing) return;
  refreshing = true;
  setTimeout(() => {
    refreshing = false;
    void queryClient.invalidateQueries({ queryKey: keys.lists });
    void queryClient.invalidateQueries({ queryKey: keys.counts });
    void queryClient.invalidateQueries({ queryKey: BASES });
    void queryClient.invalidateQueries({ queryKey: ['content'] });
  }, REFRESH_MS);
}
