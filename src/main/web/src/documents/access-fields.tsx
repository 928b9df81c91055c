import { Plus, X } from 'lucide-react';
import { useSubjects } from '../people/use-subjects';
import { useText } from '../platform/i18n';
import { Button, IconButton } from '../ui/button';
import { RadioCards } from '../ui/radio-cards';
import { Select } from '../ui/select';
import type { BaseAccess } from '../wire/types';
import { type Grant, grantFor, subjectOf } from './access-draft';

interface AccessFieldsProps {
  access: BaseAccess;
  onChange: (access: BaseAccess) => void;
}

/** Who may read and change the documents of a base. */
export function AccessFields({ access, onChange }: AccessFieldsProps) {
  const t = useText();
  const { users, userName } = useSubjects();
  const everybody = [
    { value: 'reader', label: t.bases.everybodyReads, text: t.bases.everybodyReadsText },
    { value: 'none', label: t.bases.onlySome, text: t.bases.onlySomeText },
    { value: 'editor', label: t.bases.everybodyChanges, text: t.bases.everybodyChangesText },
  ];
  const nameOf = (grant: Grant) =>
    grant.role ? t.bases.ofRole[grant.role] : userName(grant.user_id ?? '');
  const taken = new Set(access.grants.map(subjectOf));
  const open = [
    ...(['agent', 'member'] as const).map((role) => ({
      value: `role:${role}`,
      label: t.bases.ofRole[role],
    })),
    ...users.map((one) => ({ value: `user:${one.id}`, label: one.name })),
  ].filter(({ value }) => !taken.has(value));
  const change = (grants: Grant[]) => onChange({ ...access, grants });
  const next = open[0]?.value;
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label={t.bases.everybody}
        value={access.everybody}
        choices={everybody}
        onChoose={(value) => onChange({ ...access, everybody: value as BaseAccess['everybody'] })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t.bases.some}</legend>
        <p className="text-sm text-muted">{t.bases.someText}</p>
        {access.grants.map((grant) => (
          <div key={subjectOf(grant)} className="flex items-center gap-2">
            <Select
              bare
              label={t.bases.who}
              className="min-w-0 flex-1"
              value={subjectOf(grant)}
              choices={[{ value: subjectOf(grant), label: nameOf(grant) }, ...open]}
              onChoose={(subject) =>
                change(
                  access.grants.map((one) =>
                    one === grant ? grantFor(subject, grant.level) : one,
                  ),
                )
              }
            />
            <Select
              bare
              label={t.bases.mayOf(nameOf(grant))}
              className="w-32 shrink-0"
              value={grant.level}
              choices={[
                { value: 'reader', label: t.bases.reads },
                { value: 'editor', label: t.bases.changes },
              ]}
              onChoose={(level) =>
                change(
                  access.grants.map((one) =>
                    one === grant ? { ...one, level: level as Grant['level'] } : one,
                  ),
                )
              }
            />
            <IconButton
              label={t.bases.takeAway(nameOf(grant))}
              onClick={() => change(access.grants.filter((one) => one !== grant))}
            >
              <X size={16} />
            </IconButton>
          </div>
        ))}
        <div>
          <Button
            small
            disabled={next === undefined}
            onClick={() => next && change([...access.grants, grantFor(next, 'reader')])}
          >
            <Plus size={15} aria-hidden="true" />
            {t.bases.addSome}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
