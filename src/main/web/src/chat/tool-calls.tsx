import { ChevronRight, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/notes';
import type { Problem } from '../wire/types';
import { decideToolCall } from './api';
import type { ToolUse } from './reduce';

const TONES = {
  waiting: 'warn',
  running: 'plain',
  ok: 'good',
  error: 'bad',
  declined: 'plain',
  refused: 'bad',
} as const;

interface ToolCallsProps {
  uses: readonly ToolUse[];
  /** Null when nothing can be decided any more. */
  turnId: string | null;
}

/** The tools that the model used for an answer, or wants to use. */
export function ToolCalls({ uses, turnId }: ToolCallsProps) {
  const t = useText();
  return (
    <ul aria-label={t.tools.calls} className="mb-3 flex flex-col gap-2">
      {uses.map((use) => (
        <li key={use.call.call_id}>
          {use.result === null && use.call.state === 'waiting' && turnId !== null ? (
            <Asked use={use} turnId={turnId} />
          ) : (
            <Used use={use} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Used({ use }: { use: ToolUse }) {
  const t = useText();
  const { call, result } = use;
  const state = result?.outcome ?? call.state;
  return (
    <details className="group rounded-xl border border-line bg-surface text-sm">
      <summary className="flex min-h-9 coarse:min-h-11 cursor-pointer list-none items-center gap-2 px-3 py-1.5">
        <ChevronRight
          size={15}
          aria-hidden="true"
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <Wrench size={15} aria-hidden="true" className="shrink-0 text-muted" />
        <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{call.tool}</span>
        <Badge tone={TONES[state]}>{t.tools.callStates[state]}</Badge>
      </summary>
      <div className="flex flex-col gap-3 border-t border-line px-3 py-3">
        <Text title={t.tools.given} text={call.arguments} />
        {result && <Text title={t.tools.got} text={result.text} />}
      </div>
    </details>
  );
}

/** What it will be given stands here in full: that is what is allowed. */
function Asked({ use, turnId }: { use: ToolUse; turnId: string }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = (decision: 'allow' | 'decline') => {
    setBusy(true);
    setProblem(null);
    decideToolCall(turnId, use.call.call_id, decision).catch((error: unknown) => {
      setProblem(problemIn(error));
      setBusy(false);
    });
  };
  return (
    <section
      aria-label={`${t.tools.calling} ${use.call.tool}`}
      className="flex flex-col gap-3 rounded-xl border border-line-strong bg-surface p-3 text-sm"
    >
      <p className="flex items-center gap-2 font-medium">
        <Wrench size={15} aria-hidden="true" className="shrink-0 text-accent" />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{use.call.tool}</span>
        <Badge tone="warn">{t.tools.callStates.waiting}</Badge>
      </p>
      <p role="status">{t.tools.consentText}</p>
      <Text title={t.tools.given} text={use.call.arguments} />
      {problem && <ProblemNote problem={problem} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={busy} onClick={() => decide('decline')}>
          {t.tools.decline}
        </Button>
        <Button look="primary" disabled={busy} onClick={() => decide('allow')}>
          {t.tools.allow}
        </Button>
      </div>
    </section>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      <pre className="max-h-60 overflow-auto whitespace-pre-wrap rounded-lg bg-hover/60 p-2.5 text-xs [overflow-wrap:anywhere]">
        {text}
      </pre>
    </div>
  );
}
