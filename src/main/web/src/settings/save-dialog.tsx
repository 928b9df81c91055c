import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { useForm } from '../ui/use-form';
import type { Problem, SettingChange } from '../wire/types';
import { ChangeList } from './change-list';

interface SaveDialogProps {
  title: string;
  text: string;
  act: string;
  changes: readonly SettingChange[];
  onSave: (note: string) => Promise<unknown>;
  /** Where the dialog is not the place for a problem. */
  onProblem: (problem: Problem) => void;
  onClose: () => void;
}

/** Shows what would change before it does, and takes a word of why. */
export function SaveDialog(props: SaveDialogProps) {
  const { title, text, act, changes, onSave, onProblem, onClose } = props;
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { note: '' },
    send: ({ note }) => onSave(note.trim()),
    fieldOf(found) {
      const elsewhere = found.errors?.some(({ pointer }) => pointer.startsWith('/values/'));
      if (found.code === 'settings_changed' || elsewhere) onProblem(found);
      return {};
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form {...form} className="relative flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pb-5">
        <p className="text-sm text-muted text-pretty">{text}</p>
        <ChangeList changes={changes} />
        <Field
          {...field('note')}
          label={t.settings.note}
          hint={t.settings.noteHint}
          maxLength={500}
          autoComplete="off"
        />
        <FormEnd
          problem={problem}
          busy={busy}
          wait={wait}
          onCancel={onClose}
          disabled={changes.length === 0}
        >
          {act}
        </FormEnd>
      </form>
    </Dialog>
  );
}
