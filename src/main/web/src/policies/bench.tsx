import { type ReactNode, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/notes';
import { Section } from '../ui/section';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import type { PolicyTried, PolicyWhere, Problem } from '../wire/types';
import { tryPolicies } from './api';
import { Marked } from './marked';
import { useAssistantNames } from './use-assistant-names';
import { TONES, WHERES } from './words';

type Outcome = { text: string; tried: PolicyTried } | { problem: Problem };

/** What would happen to a text. */
export function Bench() {
  const t = useText();
  const [text, setText] = useState('');
  const [where, setWhere] = useState<PolicyWhere>('input');
  const [assistant, setAssistant] = useState('default');
  const names = useAssistantNames();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      setOutcome({ text, tried: await tryPolicies(text, where, assistant) });
    } catch (error) {
      setOutcome({ problem: problemIn(error) });
    }
    setBusy(false);
  };
  return (
    <Section title={t.policies.bench} text={t.policies.benchText}>
      <form
        className="flex flex-col gap-4 p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <TextArea
          label={t.policies.text}
          rows={4}
          maxLength={65_536}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap items-end gap-3">
          <Select
            label={t.policies.where}
            value={where}
            choices={WHERES.map((value) => ({ value, label: t.policies.wheres[value] }))}
            onChoose={(value) => setWhere(value as PolicyWhere)}
            className="w-full sm:w-64"
          />
          <Select
            label={t.policies.assistant}
            value={assistant}
            choices={[
              ...Object.entries(names).map(([value, label]) => ({ value, label })),
              { value: '', label: t.policies.noAssistant },
            ]}
            onChoose={setAssistant}
            className="w-full sm:w-64"
          />
          <Button look="primary" type="submit" disabled={busy || text === ''}>
            {t.policies.try}
          </Button>
        </div>
        <div aria-live="polite">{outcome && <Told outcome={outcome} />}</div>
      </form>
    </Section>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const t = useText();
  if ('problem' in outcome) return <ProblemNote problem={outcome.problem} />;
  const { decision, reason, route, text, matches } = outcome.tried;
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Badge tone={TONES[decision]}>{t.policies.actions[decision]}</Badge>
        <span className="text-muted">
          {decision === 'route' && route ? t.policies.routed(route) : t.policies.outcome[decision]}
        </span>
      </p>
      {reason && <p className="text-sm text-danger">{reason}</p>}
      {matches.length > 0 && (
        <Part title={t.policies.found(matches.length)}>
          <Marked text={outcome.text} matches={matches} />
          <ul className="mt-2 flex flex-col gap-1 text-xs text-muted">
            {matches.map((match) => (
              <li key={`${match.policy_id} ${match.start} ${match.action}`}>
                {match.name}: {t.policies.kinds[match.found] ?? match.found} ({match.start}–
                {match.end})
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(decision === 'redact' || text !== outcome.text) && (
        <Part title={t.policies.goesOn}>
          <p className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">{text}</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-lg bg-hover/60 px-3 py-2.5">
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      {children}
    </div>
  );
}
