import { useCallback, useState } from 'react';

const drafts = new Map<string, string>();

/** Takes what is typed along to a conversation that was just begun. */
export function moveDraft(to: string): void {
  drafts.set(to, drafts.get('') ?? '');
  drafts.delete('');
}

/** What is typed and not sent, kept per conversation while the application is open. */
export function useDraft(id: string | null): [string, (draft: string) => void] {
  const key = id ?? '';
  const [, render] = useState(0);
  const set = useCallback(
    (draft: string) => {
      drafts.set(key, draft);
      render((n) => n + 1);
    },
    [key],
  );
  return [drafts.get(key) ?? '', set];
}
