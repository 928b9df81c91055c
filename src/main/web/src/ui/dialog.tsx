import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../platform/i18n';
import { IconButton } from './button';
import { classes } from './classes';
import { opened } from './open-dialogs';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `bottom`, `left` and `right` are sheets at an edge; `centre` is a card. */
  at?: 'centre' | 'bottom' | 'left' | 'right';
  bare?: boolean;
}

const PLACES = {
  centre: 'm-auto w-[min(30rem,calc(100vw-2rem))] rounded-2xl enter',
  bottom: 'mt-auto mb-0 mx-0 w-full max-w-full h-[92dvh] max-h-[92dvh] rounded-t-2xl enter-up',
  left: 'my-0 ml-0 mr-auto h-dvh max-h-dvh w-[min(20rem,86vw)] enter-left',
  right: 'my-0 ml-auto mr-0 h-dvh max-h-dvh w-[min(28rem,100vw)] max-w-full enter-side',
} as const;

/** A modal dialog: focus stays inside, Escape and a click outside close it. */
export function Dialog({ title, onClose, children, at = 'centre', bare = false }: DialogProps) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    dialog.showModal();
    // A form is opened to be filled in; else the first thing that takes the focus keeps it.
    dialog.querySelector<HTMLElement>('form input:not([hidden])')?.focus();
    const forget = opened(dialog);
    return () => {
      forget();
      dialog.close();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={classes(
        'bg-surface text-ink shadow-card border border-line p-0 overflow-clip',
        'backdrop:bg-[rgb(20_18_15/45%)]',
        PLACES[at],
      )}
    >
      <div className={classes('flex flex-col', at === 'centre' ? 'max-h-[85dvh]' : 'h-full')}>
        {bare ? (
          <h2 id={id} className="sr-only">
            {title}
          </h2>
        ) : (
          <header className="flex items-center justify-between gap-4 pl-5 pr-3 pt-3 pb-2">
            <h2 id={id} className="text-lg font-semibold">
              {title}
            </h2>
            <IconButton label={t.common.close} onClick={onClose}>
              <X size={18} />
            </IconButton>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
