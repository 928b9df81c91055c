import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';

interface RenameDialogProps {
  name: string;
  onRename: (name: string) => Promise<unknown>;
  onClose: () => void;
}

export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { name },
    check: (given) => wrong({ name: filled(t, given.name) }),
    async send(given) {
      await onRename(given.name.trim());
      onClose();
    },
  });
  return (
    <Dialog title={t.assistants.renameTitle} onClose={onClose}>
      <form {...form} className="flex flex-col gap-5 px-5 pb-5">
        <Field {...field('name')} label={t.assistants.name} maxLength={80} autoComplete="off" />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.common.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}
