import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { deleteWithUndo } from '../platform/undo';
import type { ModelProvider, ModelRoute } from '../wire/types';
import { BOOK, removeProvider, removeProviderKey, removeRoute } from './api';

// What is hidden while it can still be brought back.
export const providerPlace = (id: string): string => `provider:${id}`;
export const keyPlace = (id: string): string => `provider-key:${id}`;
export const routePlace = (name: string): string => `route:${name}`;

/** Takes away what can be undone until the notice is gone. */
export function useRemoving() {
  const t = useText();
  const client = useQueryClient();
  const remove = (place: string, text: string, commit: () => Promise<void>) =>
    deleteWithUndo({
      ids: [place],
      text,
      async commit() {
        await commit();
        await client.invalidateQueries({ queryKey: BOOK });
      },
      failed: (error) => toast(problemText(t, problemIn(error))),
    });
  return {
    provider: ({ id = '', name }: ModelProvider) =>
      remove(providerPlace(id), t.models.removed(name), () => removeProvider(id)),
    key: ({ id: provider = '' }: ModelProvider, key: ModelProvider['keys'][number]) =>
      remove(keyPlace(key.id), t.models.keyRemoved(key.label), () =>
        removeProviderKey(provider, key.id),
      ),
    route: ({ name }: ModelRoute) =>
      remove(routePlace(name), t.models.removed(name), () => removeRoute(name)),
  };
}
