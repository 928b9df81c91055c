import { createStore } from './store';

const NAME = 'parley.key';

const read = (): string | null => {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
};

export interface KeyState {
  key: string | null;
  /** The server has refused to answer without a (different) key. */
  refused: boolean;
}

export const keyStore = createStore<KeyState>({ key: read(), refused: false });

export function acceptKey(key: string): void {
  try {
    sessionStorage.setItem(NAME, key);
  } catch {
    // Without storage the key lives as long as this page.
  }
  keyStore.set({ key, refused: false });
}

export function forgetKey(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // Nothing was stored then.
  }
  keyStore.set({ key: null, refused: false });
}

export const keyRefused = (): void => keyStore.set({ ...keyStore.get(), refused: true });
