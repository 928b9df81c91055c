import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { ASSISTANTS, listAssistants } from './api';

const DEFAULT = 'default';

/**
 * What the assistants of the workspace are called, by the names that policies know them by.
 *
 * @param more that are named already, there or not
 */
export function useAssistantNames(more: readonly string[] = []): Record<string, string> {
  const t = useText();
  const query = useQuery({
    queryKey: ASSISTANTS,
    queryFn: ({ signal }) => listAssistants(signal),
  });
  const all = query.data?.assistants.filter((one) => !one.archived) ?? [];
  return {
    ...Object.fromEntries(more.map((slug) => [slug, slug])),
    [DEFAULT]: t.cases.standard,
    ...Object.fromEntries(all.map(({ slug, name }) => [slug, name])),
  };
}
