import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { Tool, ToolRequest } from '../wire/types';
import { addTool, changeTool, TOOLS } from './api';
import { CredentialFields, credentialOf } from './credential-fields';
import { nameFault, objectIn } from './names';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
const EXAMPLE = { type: 'object', properties: {}, additionalProperties: false };

interface ToolDialogProps {
  /** Null for a new one. */
  tool: Tool | null;
  onClose: () => void;
}

export function ToolDialog({ tool, onClose }: ToolDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [method, setMethod] = useState(tool?.method ?? 'GET');
  const [asks, setAsks] = useState(tool?.side_effect ?? true);
  const { form, field, problem, busy, wait } = useForm({
    initial: {
      name: tool?.name ?? '',
      description: tool?.description ?? '',
      url: tool?.url ?? '',
      schema: JSON.stringify(tool?.schema ?? EXAMPLE, null, 2),
      header: tool?.credential?.header ?? '',
      secret: '',
    },
    check: (values) =>
      wrong({
        name: nameFault(t, values.name),
        description: filled(t, values.description),
        url: filled(t, values.url),
        schema: objectIn(values.schema) === null ? t.tools.schemaBad : undefined,
      }),
    async send(values) {
      const wanted: ToolRequest = {
        name: values.name.trim(),
        description: values.description.trim(),
        method: method as ToolRequest['method'],
        url: values.url.trim(),
        ...(tool?.places && { places: tool.places }),
        schema: objectIn(values.schema) ?? {},
        side_effect: asks,
        enabled: tool?.enabled ?? true,
        ...credentialOf(values.header, values.secret),
      };
      await (tool ? changeTool(tool.id, wanted) : addTool(wanted));
      await client.invalidateQueries({ queryKey: TOOLS });
      onClose();
    },
    fieldOf: (found) => ({ ...(found.code === 'name_taken' && { name: t.tools.nameTaken }) }),
  });
  return (
    <Dialog title={tool ? t.tools.editTitle : t.tools.addTitle} onClose={onClose} at="right">
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <Field
          {...field('name')}
          label={t.tools.name}
          hint={t.tools.nameHint}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
        />
        <TextArea
          {...field('description')}
          label={t.tools.description}
          hint={t.tools.descriptionHint}
          rows={2}
          maxLength={1000}
        />
        <Select
          label={t.tools.method}
          value={method}
          choices={METHODS.map((value) => ({ value, label: value }))}
          onChoose={(value) => {
            setMethod(value);
            if (value !== 'GET' && value !== 'HEAD') setAsks(true);
          }}
        />
        <Field
          {...field('url')}
          label={t.tools.url}
          hint={t.tools.urlHint}
          maxLength={2000}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <TextArea
          {...field('schema')}
          label={t.tools.schema}
          hint={t.tools.schemaHint}
          rows={8}
          spellCheck={false}
          mono
        />
        <CheckLine
          label={t.tools.sideEffect}
          hint={t.tools.sideEffectHint}
          checked={asks}
          onChange={setAsks}
        />
        <CredentialFields field={field} hint={tool?.credential?.hint} />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.tools.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}
