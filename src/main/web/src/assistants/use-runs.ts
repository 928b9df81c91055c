import { useQuery } from '@tanstack/react-query';
import type { CaseRun } from '../wire/types';
import { caseKeys, getRun, listCases, listRuns, type ToldRun } from './cases-api';

const LOOK_AGAIN_MS = 1_000;

export const useCases = (id: string) =>
  useQuery({ queryKey: caseKeys.cases(id), queryFn: ({ signal }) => listCases(id, signal) });

/** The last runs, looked at again while one goes on. */
export const useRuns = (id: string) =>
  useQuery({
    queryKey: caseKeys.runs(id),
    queryFn: ({ signal }) => listRuns(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => run.state === 'running') ? LOOK_AGAIN_MS : false,
  });

/** What came of a run so far. */
export const useRun = (id: string, run: CaseRun | undefined) =>
  useQuery<ToldRun>({
    queryKey: [...caseKeys.run(id, run?.id ?? ''), run?.done, run?.state],
    queryFn: ({ signal }) => getRun(id, run?.id ?? '', signal),
    enabled: run !== undefined,
    placeholderData: (before) => (before?.run.id === run?.id ? before : undefined),
  });

/** The last run of a version that went to its end. */
export const lastOf = (runs: readonly CaseRun[], version: number | undefined) =>
  runs.find((run) => run.version === version && run.state === 'done');
