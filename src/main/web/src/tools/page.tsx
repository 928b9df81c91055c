import { useQuery } from '@tanstack/react-query';
import { FileJson, Plus, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { Section } from '../ui/section';
import type { Tool } from '../wire/types';
import { AllSwitch } from './all-switch';
import { listTools, TOOLS } from './api';
import { Builtins } from './builtins';
import { ImportDialog } from './import-dialog';
import { Servers } from './servers';
import { ToolDialog } from './tool-dialog';
import { ToolRow } from './tool-row';
import { TryDialog } from './try-dialog';

type Open =
  | { kind: 'edit'; tool: Tool | null }
  | { kind: 'try'; tool: Tool }
  | { kind: 'import' }
  | null;

export function ToolsPage() {
  const t = useText();
  const manages = useMay('tools.manage');
  const tools = useQuery({ queryKey: TOOLS, queryFn: ({ signal }) => listTools(signal) });
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  useTitle(t.tools.title);
  const add = manages && (
    <>
      <Button onClick={() => setOpen({ kind: 'import' })}>
        <FileJson size={16} aria-hidden="true" />
        {t.tools.fromDocument}
      </Button>
      <Button look="primary" onClick={() => setOpen({ kind: 'edit', tool: null })}>
        <Plus size={16} aria-hidden="true" />
        {t.tools.add}
      </Button>
    </>
  );
  const all = tools.data?.tools ?? [];
  return (
    <PageBody>
      <PageHead title={t.tools.title} lead={t.tools.lead}>
        {add}
      </PageHead>
      {tools.isPending && <Skeleton lines={8} className="mt-8" />}
      {tools.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(tools.error)}
          retry={() => void tools.refetch()}
        />
      )}
      {tools.isSuccess && <AllSwitch stopped={tools.data.stopped} manages={manages} />}
      {tools.isSuccess && all.length === 0 && (
        <Empty icon={<Wrench size={22} />} title={t.tools.noneTitle}>
          {t.tools.noneText}
        </Empty>
      )}
      {all.length > 0 && (
        <Section title={t.tools.own} text={t.tools.ownText}>
          <ul>
            {all.map((tool) => (
              <ToolRow
                key={tool.id}
                tool={tool}
                manages={manages}
                onEdit={() => setOpen({ kind: 'edit', tool })}
                onTry={() => setOpen({ kind: 'try', tool })}
              />
            ))}
          </ul>
        </Section>
      )}
      {tools.isSuccess && <Builtins builtins={tools.data.builtins} manages={manages} />}
      {tools.isSuccess && <Servers tools={tools.data} manages={manages} />}
      {open?.kind === 'edit' && (
        <ToolDialog key={open.tool?.id ?? 'new'} tool={open.tool} onClose={close} />
      )}
      {open?.kind === 'try' && <TryDialog tool={open.tool} onClose={close} />}
      {open?.kind === 'import' && <ImportDialog onClose={close} />}
    </PageBody>
  );
}
