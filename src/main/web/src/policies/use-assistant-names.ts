import { useQuery } from '@tanstack/react-query';
import { ASSISTANTS, listAssistants } from './api';

const DEFAULT = 'default';

/**
 * What the assistants of the workspace are called, by the names that policies know them by.
 *
 * @param more that are named already, there or not
 */
export function useAssistantNames(more: readonly string[] = []): Record<string, string> {
  const query = useQuery({
    queryKey: ASSISTANTS,
    queryFn: ({ signal }) => listAssistants(signal),
  });
  const all = query.data?.assistants.filter((one) => !one.archived) ?? [];
  return {
    ...Object.fromEntries([DEFAULT, ...more].map((slug) => [slug, slug])),
    ...Object.fromEntries(all.map(({ slug, name }) => [slug, name])),
  };
}
