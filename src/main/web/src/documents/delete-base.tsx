import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { Base } from '../wire/types';
import { keys } from './api';
import { BASES, deleteBase } from './bases-api';

interface DeleteBaseProps {
  base: Base;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for the name of a base before it is deleted with its documents. */
export function DeleteBase({ base, onDone, onClose }: DeleteBaseProps) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, problem, busy, wait } = useForm({
    initial: { name: '' },
    async send() {
      await deleteBase(base.id);
      await client.invalidateQueries({ queryKey: BASES });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
      onDone();
    },
  });
  return (
    <Dialog title={t.bases.deleteTitle(base.name)} onClose={onClose}>
      <form {...form} className="flex flex-col gap-4 px-5 pb-5">
        <p className="text-pretty text-muted">{t.bases.deleteText(base.documents)}</p>
        <Field {...field('name')} label={t.bases.deleteName(base.name)} autoComplete="off" />
        <FormEnd
          problem={problem}
          busy={busy}
          wait={wait}
          onCancel={onClose}
          danger
          disabled={values.name.trim() !== base.name}
        >
          {t.bases.delete}
        </FormEnd>
      </form>
    </Dialog>
  );
}
