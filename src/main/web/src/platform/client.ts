import { QueryClient } from '@tanstack/react-query';
import { backoffMs } from './backoff';
import { CallFailed } from './problem';

const MOST_RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Whether a server on the same machine answers has nothing to do with being online.
      networkMode: 'always',
      retry: (failures, error) =>
        failures < MOST_RETRIES && error instanceof CallFailed && error.problem.retryable,
      retryDelay: (failures, error) =>
        (error instanceof CallFailed ? error.problem.retry_after_ms : undefined) ??
        backoffMs(failures + 1),
    },
    mutations: { networkMode: 'always' },
  },
});
