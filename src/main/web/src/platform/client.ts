import { QueryClient } from '@tanstack/react-query';
import { backoffMs } from './backoff';
import { CallFailed } from './problem';
import { tokens } from './sign-in';

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

// What one caller was told is not for the next.
let caller = tokens.store.get().token?.userId;
tokens.store.subscribe(() => {
  const now = tokens.store.get().token?.userId;
  if (now === caller) return;
  caller = now;
  queryClient.clear();
});
