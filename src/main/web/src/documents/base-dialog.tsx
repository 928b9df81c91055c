import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { ProblemNote, Skeleton } from '../ui/notes';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { BaseDetail } from '../wire/types';
import { USUAL } from './access-draft';
import { AccessFields } from './access-fields';
import { BASES, baseKey, changeBase, createBase, getBase, setBaseAccess } from './bases-api';

interface BaseDialogProps {
  /** Null for a new one. */
  id: string | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

/** Makes a base, or changes one. */
export function BaseDialog({ id, onDone, onClose }: BaseDialogProps) {
  const t = useText();
  const found = useQuery({
    queryKey: baseKey(id ?? ''),
    queryFn: ({ signal }) => getBase(id ?? '', signal),
    enabled: id !== null,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog title={id === null ? t.bases.addTitle : t.bases.editTitle} onClose={onClose} at="right">
      {id !== null && found.isPending && <Skeleton lines={6} className="px-5" />}
      {found.isError && (
        <ProblemNote
          className="mx-5"
          problem={problemIn(found.error)}
          retry={() => void found.refetch()}
        />
      )}
      {(id === null || found.data) && (
        <BaseForm old={found.data ?? null} onDone={onDone} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface BaseFormProps {
  old: BaseDetail | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

function BaseForm({ old, onDone, onClose }: BaseFormProps) {
  const t = useText();
  const client = useQueryClient();
  const [access, setAccess] = useState(old?.access ?? USUAL);
  const { form, field, problem, busy, wait } = useForm({
    initial: { name: old?.base.name ?? '', description: old?.base.description ?? '' },
    check: (given) => wrong({ name: filled(t, given.name) }),
    async send(given) {
      const wish = { name: given.name.trim(), description: given.description.trim() };
      const id = old?.base.id ?? (await createBase({ ...wish, access })).base.id;
      if (old) {
        await changeBase(id, wish);
        if (access !== old.access) await setBaseAccess(id, access);
      }
      await client.invalidateQueries({ queryKey: BASES });
      onDone(id);
    },
    fieldOf: (found) => (found.code === 'name_taken' ? { name: t.bases.nameTaken } : {}),
  });
  return (
    <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
      <Field {...field('name')} label={t.bases.name} maxLength={100} autoComplete="off" />
      <TextArea
        {...field('description')}
        label={t.bases.description}
        hint={t.bases.descriptionHint}
        rows={2}
        maxLength={1000}
      />
      <AccessFields access={access} onChange={setAccess} />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
        {old ? t.common.save : t.bases.create}
      </FormEnd>
    </form>
  );
}
