import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn } from '../platform/problem';
import type { KeyTried, Problem } from '../wire/types';
import { BOOK, testProvider } from './api';

export interface Tried {
  model: string;
  /** Key by key; absent while it is asked, or where it could not be. */
  results?: KeyTried[];
  problem?: Problem;
}

/** Asks one model after the other. */
export function useTesting(provider: string) {
  const client = useQueryClient();
  const [tried, setTried] = useState<readonly Tried[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (models: readonly string[]) => {
    setBusy(true);
    setTried(models.map((model) => ({ model })));
    for (const model of models) {
      const found = await testProvider(provider, model).then(
        (results): Tried => ({ model, results }),
        (error: unknown): Tried => ({ model, problem: problemIn(error) }),
      );
      setTried((before) => before.map((one) => (one.model === model ? found : one)));
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: BOOK });
  };
  return { tried, busy, run };
}
