import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { ProblemNote } from '../ui/notes';
import type { AssistantDetail, Problem } from '../wire/types';
import { keys, publishVersion, saveVersion } from './api';
import { CasesNote } from './cases-note';
import type { Editing } from './use-editing';

interface SaveBarProps {
  detail: AssistantDetail;
  editing: Editing;
  onReload: () => void;
}

/** Stays in sight while something is not saved, or not live. */
export function SaveBar({ detail, editing, onReload }: SaveBarProps) {
  const t = useText();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { assistant } = detail;
  const latest = assistant.latest_version;
  const waits = assistant.live_version === undefined || assistant.live_version < latest;
  if (!editing.dirty && !waits && problem === null) return null;

  const act = async (work: () => Promise<AssistantDetail>) => {
    setBusy(true);
    setProblem(null);
    try {
      const next = await work();
      client.setQueryData(keys.one(assistant.id), next);
      void client.invalidateQueries({ queryKey: keys.all, exact: true });
    } catch (error) {
      setProblem(problemIn(error));
    }
    setBusy(false);
  };
  const save = () =>
    act(async () => {
      const wanted = { after: latest, note: note.trim(), definition: editing.definition };
      const next = await saveVersion(assistant.id, wanted);
      editing.discard();
      setNote('');
      return next;
    });
  const publish = () =>
    act(async () => {
      const next = await publishVersion(assistant.id, latest);
      toast(t.assistants.published(latest));
      return next;
    });
  const reload = () => {
    setProblem(null);
    onReload();
  };
  const changed = problem?.code === 'assistant_changed';
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-6 border-t border-line bg-canvas px-4 py-3 sm:mx-0 sm:rounded-t-xl sm:border-x">
      {problem && (
        <ProblemNote
          className="mb-3"
          problem={problem}
          retry={changed ? reload : undefined}
          retryLabel={t.assistants.reload}
        />
      )}
      {editing.dirty ? (
        <div className="flex flex-wrap items-end justify-end gap-2">
          <Field
            label={t.assistants.note}
            value={note}
            maxLength={400}
            onChange={(event) => setNote(event.target.value)}
            className="min-w-0 grow basis-52"
          />
          <Button onClick={editing.discard}>{t.assistants.discard}</Button>
          <Button
            look="primary"
            disabled={busy || editing.faults.size > 0}
            onClick={() => void save()}
          >
            {t.assistants.save(latest + 1)}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <div>
            <p className="text-sm text-muted">{t.assistants.saved(latest)}</p>
            <CasesNote id={assistant.id} version={latest} />
          </div>
          <Button look="primary" disabled={busy} onClick={() => void publish()}>
            {t.assistants.publish(latest)}
          </Button>
        </div>
      )}
    </div>
  );
}
