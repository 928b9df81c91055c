import { createStore } from '../platform/store';

/** Modal dialogs that are open, the last one on top: nothing outside of it can be used. */
export const openDialogs = createStore<readonly HTMLDialogElement[]>([]);

export function opened(dialog: HTMLDialogElement): () => void {
  openDialogs.set([...openDialogs.get(), dialog]);
  return () => openDialogs.set(openDialogs.get().filter((one) => one !== dialog));
}
