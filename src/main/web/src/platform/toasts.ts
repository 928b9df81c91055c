import { createStore } from './store';

export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
  /** Called once when the toast goes away by itself or is dismissed, not after `undo`. */
  gone?: () => void;
}

const SHOWN_MS = 6_000;
const MOST = 3;

export const toastStore = createStore<readonly Toast[]>([]);
let lastId = 0;

export function toast(text: string, more: Pick<Toast, 'undo' | 'gone'> = {}): number {
  lastId += 1;
  const id = lastId;
  toastStore.set([...toastStore.get(), { id, text, ...more }]);
  const [oldest, ...rest] = toastStore.get();
  if (oldest && rest.length >= MOST) dismissToast(oldest.id);
  setTimeout(() => dismissToast(id), SHOWN_MS);
  return id;
}

export function dismissToast(id: number, andTell = true): void {
  const found = toastStore.get().find((one) => one.id === id);
  if (!found) return;
  toastStore.set(toastStore.get().filter((one) => one.id !== id));
  if (andTell) found.gone?.();
}
