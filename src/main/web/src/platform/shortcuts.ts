import { useEffect } from 'react';

export type Action = 'newChat' | 'search' | 'input' | 'stop' | 'previous' | 'next' | 'sheet';

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as they are shown; the same table is what `actionOf` knows. */
export const KEYS: Record<Action, string[]> = {
  newChat: APPLE ? ['⇧', '⌘', 'O'] : ['Ctrl', 'Shift', 'O'],
  search: APPLE ? ['⌘', 'K'] : ['Ctrl', 'K'],
  input: ['/'],
  stop: ['Esc'],
  previous: [APPLE ? '⌥' : 'Alt', '↑'],
  next: [APPLE ? '⌥' : 'Alt', '↓'],
  sheet: ['?'],
};

const typing = (event: KeyboardEvent): boolean => {
  const target = event.target as HTMLElement | null;
  return target?.matches?.('input, textarea, select, [contenteditable="true"]') ?? false;
};

function actionOf(event: KeyboardEvent): Action | null {
  const command = event.metaKey || event.ctrlKey;
  if (command && event.shiftKey && event.code === 'KeyO') return 'newChat';
  if (command && !event.shiftKey && event.code === 'KeyK') return 'search';
  if (event.altKey && !command && event.key === 'ArrowUp') return 'previous';
  if (event.altKey && !command && event.key === 'ArrowDown') return 'next';
  if (event.key === 'Escape') return 'stop';
  if (command || event.altKey || typing(event)) return null;
  if (event.key === '/') return 'input';
  if (event.key === '?') return 'sheet';
  return null;
}

type Handler = () => boolean | undefined;

const handlers = new Map<Action, Handler[]>();

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const action = actionOf(event);
  if (action === null || document.querySelector('dialog[open]') !== null) return;
  for (const handler of [...(handlers.get(action) ?? [])].reverse()) {
    if (handler() === false) continue;
    event.preventDefault();
    return;
  }
});

/** Runs on the keys of an action while mounted; a handler that returns false passes it on. */
export function useShortcut(action: Action, handler: Handler): void {
  useEffect(() => {
    const list = handlers.get(action) ?? [];
    handlers.set(action, [...list, handler]);
    return () => {
      handlers.set(
        action,
        (handlers.get(action) ?? []).filter((one) => one !== handler),
      );
    };
  }, [action, handler]);
}
