import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import type { Source, SourceRun } from '../wire/types';
import { getReport, keys, listRuns, listSources } from './api';

const BUSY_MS = 1_000;
const IDLE_MS = 15_000;

export const isBusy = (run: SourceRun | undefined): boolean =>
  run?.state === 'waiting' || run?.state === 'running';

/** Looked at every second while something goes on, and now and then for what the schedule starts. */
export const useSources = () =>
  useQuery({
    queryKey: keys.list,
    queryFn: ({ signal }) => listSources(signal),
    refetchInterval: ({ state }) =>
      state.data?.sources.some((one) => isBusy(one.last_run)) ? BUSY_MS : IDLE_MS,
  });

export const useRuns = (source: Source) =>
  useQuery({
    queryKey: [...keys.runs(source.id), source.last_run?.id, source.last_run?.state],
    queryFn: ({ signal }) => listRuns(source.id, signal),
    placeholderData: (before) => before,
  });

export const useReport = (source: string, run: SourceRun) =>
  useQuery({
    queryKey: [...keys.report(run.id), run.state],
    queryFn: ({ signal }) => getReport(source, run.id, signal),
    refetchInterval: isBusy(run) ? BUSY_MS : false,
    placeholderData: (before) => (before?.run.id === run.id ? before : undefined),
  });

/** Does something and shows the sources anew; a failure is told in passing. */
export function useQuietly() {
  const t = useText();
  const client = useQueryClient();
  return (what: Promise<unknown>) =>
    void what
      .catch((error: unknown) => toast(problemText(t, problemIn(error))))
      .then(() => client.invalidateQueries({ queryKey: keys.list }));
}
