import { useSubjects } from '../people/use-subjects';
import { useText } from '../platform/i18n';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import type { SubjectKind } from '../wire/types';

interface SubjectFieldsProps {
  subject: SubjectKind;
  id: string;
  error: string | undefined;
  /** What is said for nobody in particular, where that can be. */
  everybody?: { user: string; key: string };
  onSubject: (subject: SubjectKind) => void;
  onId: (id: string) => void;
}

const KINDS: readonly SubjectKind[] = ['workspace', 'user', 'key'];

/** Whom something is for. */
export function SubjectFields(props: SubjectFieldsProps) {
  const { subject, id, error, everybody, onSubject, onId } = props;
  const t = useText();
  const { users, keys } = useSubjects();
  const known = subject === 'user' ? users : keys;
  const label = t.subjects.kinds[subject];
  const nobody = subject === 'workspace' ? '' : (everybody?.[subject] ?? t.subjects.choose);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t.subjects.for}
        value={subject}
        choices={KINDS.map((value) => ({ value, label: t.subjects.kinds[value] }))}
        onChoose={(value) => onSubject(value as SubjectKind)}
      />
      {subject !== 'workspace' &&
        (known.length > 0 ? (
          <Select
            label={label}
            value={id}
            error={error}
            choices={[
              { value: '', label: nobody },
              ...known.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChoose={onId}
          />
        ) : (
          <Field
            label={label}
            value={id}
            error={error}
            hint={t.subjects.idHint}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onId(event.target.value.trim())}
          />
        ))}
    </div>
  );
}
