import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import { Dialog } from '../ui/dialog';
import { FormEnd } from '../ui/form-end';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { Tool, ToolTried } from '../wire/types';
import { tryTool } from './api';
import { objectIn } from './names';

/** Runs a tool with arguments of one's own. */
export function TryDialog({ tool, onClose }: { tool: Tool; onClose: () => void }) {
  const t = useText();
  const [tried, setTried] = useState<ToolTried | null>(null);
  const { form, field, problem, busy, wait } = useForm({
    initial: { given: sample(tool) },
    check: (values): { given?: string } =>
      objectIn(values.given) === null ? { given: t.tools.schemaBad } : {},
    async send(values) {
      setTried(null);
      setTried(await tryTool(tool.id, objectIn(values.given)));
    },
  });
  return (
    <Dialog title={t.tools.tryTitle(tool.name)} onClose={onClose} at="right">
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <p className="text-sm text-muted">{t.tools.tryText}</p>
        <TextArea {...field('given')} label={t.tools.arguments} rows={6} spellCheck={false} mono />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.tools.run}
        </FormEnd>
        <div aria-live="polite">{tried && <Told tried={tried} />}</div>
      </form>
    </Dialog>
  );
}

function Told({ tried }: { tried: ToolTried }) {
  const t = useText();
  return (
    <div className="border-t border-line pt-4">
      <p className="flex items-center gap-2 text-sm text-muted">
        <Badge tone={tried.ok ? 'good' : 'bad'}>{tried.ok ? t.tools.worked : t.tools.failed}</Badge>
        <span className="tabular-nums">{t.tools.took(tried.ms)}</span>
      </p>
      <pre className="mt-3 max-h-80 overflow-auto whitespace-pre-wrap rounded-lg bg-hover/60 p-3 text-xs [overflow-wrap:anywhere]">
        {tried.text}
      </pre>
    </div>
  );
}

/** An object with the arguments that are needed, to be filled in. */
function sample(tool: Tool): string {
  const { required } = tool.schema as { required?: string[] };
  return JSON.stringify(Object.fromEntries((required ?? []).map((name) => [name, ''])), null, 2);
}
