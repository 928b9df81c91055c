import { createStore } from './store';
import { dismissToast, toast, toastStore } from './toasts';

/** Ids of what is deleted on the screen but may still be brought back. */
export const hiddenStore = createStore<ReadonlySet<string>>(new Set());

const hide = (ids: string[]) => hiddenStore.set(new Set([...hiddenStore.get(), ...ids]));
const unhide = (ids: string[]) =>
  hiddenStore.set(new Set([...hiddenStore.get()].filter((id) => !ids.includes(id))));

interface Deletion {
  ids: string[];
  text: string;
  /** Deletes for good. Whatever it rejects with is shown by `failed`. */
  commit: () => Promise<void>;
  failed: (error: unknown) => void;
}

/** Hides at once and deletes when the notice is gone, so that it can be undone until then. */
export function deleteWithUndo({ ids, text, commit, failed }: Deletion): void {
  hide(ids);
  toast(text, {
    undo: () => unhide(ids),
    gone: () => {
      commit().then(
        () => unhide(ids),
        (error: unknown) => {
          unhide(ids);
          failed(error);
        },
      );
    },
  });
}

// Leaving the page must not lose a deletion that was already shown as done.
window.addEventListener('pagehide', () => {
  for (const one of toastStore.get()) if (one.undo) dismissToast(one.id);
});
