import { useCallback, useMemo } from 'react';
import { go, useSearch } from '../platform/router';
import type { Citation } from '../wire/types';

export interface OpenSource {
  answerId: string;
  number: number;
}

export interface SourceState {
  open: OpenSource | null;
  /** `<answer id>.<number>`, or empty. */
  key: string;
  show: (answerId: string, citation: Pick<Citation, 'number'>) => void;
  close: () => void;
}

const NAME = 'source';

/** Which source is open: kept in the address, so that back closes it and a link opens it. */
export function useSource(): SourceState {
  const search = useSearch();
  const key = new URLSearchParams(search).get(NAME) ?? '';
  const show = useCallback<SourceState['show']>((answerId, citation) => {
    const replace = new URLSearchParams(location.search).has(NAME);
    go(`${location.pathname}?${NAME}=${answerId}.${citation.number}`, { replace });
  }, []);
  const close = useCallback(() => go(location.pathname), []);
  return useMemo(() => ({ open: parse(key), key, show, close }), [key, show, close]);
}

function parse(key: string): OpenSource | null {
  const [answerId, number] = key.split('.');
  return answerId && number && Number.isInteger(Number(number))
    ? { answerId, number: Number(number) }
    : null;
}
