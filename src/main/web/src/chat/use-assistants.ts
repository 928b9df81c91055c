import { useQuery } from '@tanstack/react-query';
import { goWithQuery, useSearch } from '../platform/router';
import type { LiveAssistant } from '../wire/types';
import { keys, listAssistants } from './api';

export const DEFAULT = 'default';

const NONE: readonly LiveAssistant[] = [];

/** Those that are live; none while nobody knows. */
export function useAssistants(): readonly LiveAssistant[] {
  const query = useQuery({
    queryKey: keys.assistants,
    queryFn: ({ signal }) => listAssistants(signal),
    staleTime: 60_000,
  });
  return query.data?.assistants ?? NONE;
}

/** The assistant that the address of an empty conversation names. */
export function useChosen(): { chosen: string | undefined; choose: (slug: string) => void } {
  const named = new URLSearchParams(useSearch()).get('assistant');
  return {
    chosen: named === null || named === DEFAULT ? undefined : named,
    choose: (slug) => goWithQuery({ assistant: slug === DEFAULT ? '' : slug }),
  };
}
