import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Menu } from '../ui/menu';
import { ProblemNote } from '../ui/notes';
import type { McpServer, McpServerChecked, Problem, Tool } from '../wire/types';
import { addFromServer, checkServer, removeServer } from './api';
import { Offers } from './offers';
import { useQuietly } from './use-quietly';

interface ServerRowProps {
  server: McpServer;
  /** Tools that were made of what it offers. */
  known: readonly Tool[];
  manages: boolean;
}

export function ServerRow({ server, known, manages }: ServerRowProps) {
  const t = useText();
  const quietly = useQuietly();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<McpServerChecked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removing, setRemoving] = useState(false);
  const check = () => {
    setBusy(true);
    setProblem(null);
    checkServer(server.id)
      .then(setChecked, (error: unknown) => setProblem(problemIn(error)))
      .finally(() => setBusy(false));
  };
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-52">
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span className="[overflow-wrap:anywhere]">{server.name}</span>
            {checked && (
              <Badge tone={checked.ok ? 'good' : 'bad'}>
                {checked.ok ? t.tools.answers : t.tools.silent}
              </Badge>
            )}
          </p>
          <p className="mt-0.5 font-mono text-xs text-muted [overflow-wrap:anywhere]">
            {server.url ?? server.program}
          </p>
        </div>
        {manages && (
          <div className="flex items-center gap-1">
            <Button small onClick={check} disabled={busy}>
              {busy ? t.tools.checking : t.tools.check}
            </Button>
            <Menu
              label={t.tools.menu(server.name)}
              trigger={<Ellipsis size={17} />}
              items={[
                {
                  label: t.tools.remove,
                  icon: <Trash2 size={15} />,
                  danger: true,
                  act: () => setRemoving(true),
                },
              ]}
              className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
            />
          </div>
        )}
      </div>
      <div aria-live="polite">
        {problem && <ProblemNote className="mt-3" problem={problem} />}
        {checked && !checked.ok && <p className="mt-2 text-sm text-danger">{checked.detail}</p>}
        {checked?.ok && <Offered server={server} known={known} checked={checked} />}
      </div>
      {removing && (
        <Confirm
          title={t.tools.removeTitle(server.name)}
          text={t.tools.removeServerText}
          act={t.tools.removeAct}
          onAct={() => removeServer(server.id).then(() => quietly(Promise.resolve()))}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

interface OfferedProps {
  server: McpServer;
  known: readonly Tool[];
  checked: McpServerChecked;
}

function Offered({ server, known, checked }: OfferedProps) {
  const t = useText();
  const quietly = useQuietly();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const fresh = checked.tools.filter(({ remote }) => !known.some((tool) => tool.remote === remote));
  if (checked.tools.length === 0) {
    return <p className="mt-2 text-sm text-muted">{t.tools.nothingOffered}</p>;
  }
  if (fresh.length === 0) return null;
  const add = () => {
    const tools = [...chosen].map((remote) => ({ remote, side_effect: true }));
    setChosen(new Set());
    quietly(addFromServer(server.id, tools));
  };
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Offers
        offers={fresh.map((one) => ({
          id: one.remote,
          name: one.remote,
          description: one.description,
          effect: true,
          refused: one.refused,
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Button look="primary" small disabled={chosen.size === 0} onClick={add} className="self-end">
        {t.tools.addChosen(chosen.size)}
      </Button>
    </div>
  );
}
