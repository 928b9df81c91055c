import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { RadioCards } from '../ui/radio-cards';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { PiiKind, Policy, PolicyAction, PolicyWhere, Problem } from '../wire/types';
import { addPolicy, changePolicy, POLICIES } from './api';
import { Choices } from './choices';
import { linesOf } from './lines';
import { useAssistantNames } from './use-assistant-names';
import { ACTIONS, WHERES } from './words';

interface PolicyDialogProps {
  /** Null for a new one. */
  policy: Policy | null;
  kinds: readonly PiiKind[];
  onClose: () => void;
}

export function PolicyDialog({ policy, kinds: offered, onClose }: PolicyDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const old = policy?.definition;
  const [where, setWhere] = useState<PolicyWhere[]>(old?.where ?? ['input']);
  const [kinds, setKinds] = useState<PiiKind[]>(old?.kinds ?? []);
  const [assistants, setAssistants] = useState<string[]>(old?.assistants ?? []);
  const names = useAssistantNames(old?.assistants);
  const [type, setType] = useState<PolicyAction['type']>(old?.action.type ?? 'redact');
  const [reversible, setReversible] = useState(old?.action.reversible ?? false);
  const { form, field, problem, busy, wait } = useForm({
    initial: {
      name: policy?.name ?? '',
      keywords: (old?.keywords ?? []).join('\n'),
      patterns: (old?.patterns ?? []).join('\n'),
      replacement: old?.action.replacement ?? '',
      reason: old?.action.reason ?? '',
      model: old?.action.model ?? '',
      reply: old?.action.reply ?? '',
    },
    check: (values) =>
      wrong({
        name: filled(t, values.name),
        model: type === 'route' ? filled(t, values.model) : undefined,
      }),
    async send(values) {
      const action: PolicyAction = {
        type,
        ...(type === 'deny' && values.reason !== '' && { reason: values.reason }),
        ...(type === 'redact' && values.replacement !== '' && { replacement: values.replacement }),
        ...(type === 'redact' && { reversible }),
        ...(type === 'route' && { model: values.model.trim() }),
        ...(type === 'hand_over' && values.reply !== '' && { reply: values.reply }),
      };
      const wanted = {
        name: values.name.trim(),
        enabled: policy?.enabled ?? true,
        ...(policy && { version: policy.version }),
        definition: {
          where,
          kinds,
          keywords: linesOf(values.keywords),
          patterns: linesOf(values.patterns),
          routes: old?.routes ?? [],
          assistants,
          action,
        },
      };
      await (policy ? changePolicy(policy.id, wanted) : addPolicy(wanted));
      await client.invalidateQueries({ queryKey: POLICIES });
      onClose();
    },
    fieldOf: (found) => ({
      ...at(found, 'patterns'),
      ...at(found, 'keywords'),
      ...(found.code === 'name_taken' && { name: t.policies.nameTaken }),
    }),
  });
  const title = policy ? t.policies.editTitle : t.policies.addTitle;
  return (
    <Dialog title={title} onClose={onClose} at="right">
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <Field {...field('name')} label={t.policies.name} maxLength={100} autoComplete="off" />
        <Choices
          label={t.policies.where}
          all={WHERES}
          names={t.policies.wheres}
          chosen={where}
          onChange={setWhere}
        />
        <Choices
          label={t.policies.kindsLabel}
          all={offered}
          names={t.policies.kinds as Record<PiiKind, string>}
          chosen={kinds}
          onChange={setKinds}
        />
        <Choices
          label={t.policies.assistants}
          all={Object.keys(names)}
          names={names}
          chosen={assistants}
          onChange={setAssistants}
          hint={t.policies.allAssistants}
        />
        <TextArea
          {...field('keywords')}
          label={t.policies.keywords}
          hint={t.policies.linesHint}
          rows={2}
        />
        <TextArea
          {...field('patterns')}
          label={t.policies.patterns}
          hint={t.policies.patternsHint}
          rows={2}
          spellCheck={false}
        />
        <RadioCards
          label={t.policies.action}
          value={type}
          choices={ACTIONS.map((value) => ({
            value,
            label: t.policies.actions[value],
            text: t.policies.actionText[value],
          }))}
          onChoose={(value) => setType(value as PolicyAction['type'])}
        />
        {type === 'redact' && (
          <>
            <Field
              {...field('replacement')}
              label={t.policies.replacement}
              hint={t.policies.replacementHint}
              maxLength={200}
            />
            <label className="flex items-start gap-2.5 text-sm">
              <input
                type="checkbox"
                checked={reversible}
                onChange={(event) => setReversible(event.target.checked)}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              {t.policies.reversible}
            </label>
          </>
        )}
        {type === 'deny' && (
          <Field
            {...field('reason')}
            label={t.policies.reason}
            hint={t.policies.reasonHint}
            maxLength={300}
          />
        )}
        {type === 'route' && (
          <Field {...field('model')} label={t.policies.model} hint={t.policies.modelHint} />
        )}
        {type === 'hand_over' && (
          <Field
            {...field('reply')}
            label={t.policies.reply}
            hint={t.policies.replyHint}
            maxLength={1000}
          />
        )}
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.policies.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}

/** The server's words for one field of the definition. */
function at(problem: Problem, name: 'patterns' | 'keywords') {
  const said = problem.errors?.find(({ pointer }) => pointer.startsWith(`/definition/${name}`));
  return said ? { [name]: said.detail } : {};
}
