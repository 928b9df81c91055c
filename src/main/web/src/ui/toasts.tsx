import { X } from 'lucide-react';
import { createPortal } from 'react-dom';
import { useText } from '../platform/i18n';
import { useStore } from '../platform/store';
import { dismissToast, toastStore } from '../platform/toasts';
import { openDialogs } from './open-dialogs';

/** Notices; inside the dialog that is open, where alone they can be used. */
export function Toasts() {
  const dialog = useStore(openDialogs).at(-1);
  return dialog === undefined ? <List /> : createPortal(<List />, dialog);
}

function List() {
  const t = useText();
  const toasts = useStore(toastStore);
  return (
    <section
      aria-label={t.common.notices}
      className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex flex-col items-center gap-2 px-4"
    >
      <div aria-live="polite" className="contents">
        {toasts.map((toast) => (
          <div
            key={toast.id}
            className="enter pointer-events-auto flex min-h-11 max-w-lg items-center gap-1 rounded-xl bg-ink py-1 pl-4 pr-1.5 text-sm text-canvas shadow-card"
          >
            <span className="mr-2 py-1.5">{toast.text}</span>
            {toast.undo && (
              <button
                type="button"
                className="h-8 coarse:h-11 rounded-lg px-2.5 font-semibold underline decoration-1 underline-offset-4 hover:decoration-2 focus-visible:outline-canvas"
                onClick={() => {
                  toast.undo?.();
                  dismissToast(toast.id, false);
                }}
              >
                {t.common.undo}
              </button>
            )}
            <button
              type="button"
              aria-label={t.common.dismiss}
              className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg opacity-80 hover:opacity-100 focus-visible:outline-canvas"
              onClick={() => dismissToast(toast.id)}
            >
              <X size={16} />
            </button>
          </div>
        ))}
      </div>
    </section>
  );
}
