import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/notes';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { Select } from '../ui/select';
import type { AssistantDetail, Problem } from '../wire/types';
import { cancelRun, caseKeys, startRun } from './cases-api';
import { ResultList } from './result-list';
import { lastOf, useRun, useRuns } from './use-runs';

interface RunPanelProps {
  detail: AssistantDetail;
  /** How many cases there are. */
  count: number;
  manages: boolean;
}

/** Asks a version its cases, and tells what came of them beside what the live one made of them. */
export function RunPanel({ detail, count, manages }: RunPanelProps) {
  const t = useText();
  const client = useQueryClient();
  const { assistant, versions } = detail;
  const [version, setVersion] = useState(assistant.latest_version);
  const [problem, setProblem] = useState<Problem | null>(null);
  const runs = useRuns(assistant.id).data?.runs ?? [];
  const shown = runs.find((run) => run.version === version);
  const live = lastOf(runs, assistant.live_version);
  const told = useRun(assistant.id, shown);
  const before = useRun(assistant.id, live?.id === shown?.id ? undefined : live);
  const running = runs.find((run) => run.state === 'running');
  const act = async (work: Promise<unknown>) => {
    setProblem(null);
    await work.catch((error: unknown) => setProblem(problemIn(error)));
    await client.invalidateQueries({ queryKey: caseKeys.runs(assistant.id) });
  };
  return (
    <Section title={t.cases.run} text={t.cases.runText}>
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        <div className="flex flex-wrap items-end gap-3">
          <Select
            label={t.cases.version}
            value={String(version)}
            choices={versions.map((one) => ({
              value: String(one.version),
              label:
                one.version === assistant.live_version
                  ? t.assistants.live(one.version)
                  : t.assistants.version(one.version),
            }))}
            onChoose={(value) => setVersion(Number(value))}
            className="min-w-48"
          />
          {manages &&
            (running ? (
              <Button onClick={() => void act(cancelRun(assistant.id, running.id))}>
                {t.cases.stop}
              </Button>
            ) : (
              <Button
                look="primary"
                className="h-10"
                onClick={() => void act(startRun(assistant.id, version))}
              >
                {t.cases.start(count)}
              </Button>
            ))}
        </div>
        {problem && <ProblemNote problem={problem} />}
        {running && (
          <div>
            <p className="mb-1.5 text-sm tabular-nums text-muted">
              {t.cases.progress(running.done, running.total)}
            </p>
            <Progress
              label={t.cases.progress(running.done, running.total)}
              share={running.done / Math.max(1, running.total)}
            />
          </div>
        )}
        {shown === undefined ? (
          <p className="text-sm text-muted">{t.cases.noRun}</p>
        ) : (
          <div aria-live="polite" className="flex flex-wrap items-center gap-2 text-sm">
            <h3 className="font-medium">{t.cases.results(shown.version)}</h3>
            <Badge tone={shown.passed === shown.done ? 'good' : 'bad'}>
              {t.cases.passed(shown.passed, shown.done)}
            </Badge>
            {shown.state !== 'done' && <Badge>{t.cases.states[shown.state]}</Badge>}
          </div>
        )}
      </div>
      {told.data && (
        <ResultList results={told.data.results} before={before.data?.results ?? null} />
      )}
    </Section>
  );
}
