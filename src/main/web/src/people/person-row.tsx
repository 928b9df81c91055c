import { Ban, Ellipsis, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { classes } from '../ui/classes';
import { Confirm } from '../ui/confirm';
import { Menu } from '../ui/menu';
import { Select } from '../ui/select';
import type { Person, Role } from '../wire/types';
import { useChanging } from './use-changing';

export const ROW_GRID =
  'grid items-center gap-x-4 gap-y-2 grid-cols-[minmax(0,1fr)_auto] ' +
  'md:grid-cols-[minmax(0,1fr)_10rem_8rem_2.25rem]';

interface PersonRowProps {
  person: Person;
  self: boolean;
  /** The roles that the reader may give. */
  roles: readonly Role[];
}

export function PersonRow({ person, self, roles }: PersonRowProps) {
  const t = useText();
  const formats = useFormats();
  const { setRole, enable, disable } = useChanging(person);
  const [asking, setAsking] = useState(false);
  const fixed = self || !roles.includes(person.role);
  const offered = roles.includes(person.role) ? roles : [person.role];
  return (
    <li className={classes(ROW_GRID, 'border-b border-line py-3')}>
      <div className="flex min-w-0 items-center gap-3">
        <Avatar name={person.name} faded={!person.enabled} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm font-medium">
            <span className={classes('truncate', !person.enabled && 'text-muted')}>
              {person.name}
            </span>
            {self && <Badge>{t.people.you}</Badge>}
            {person.totp && <Badge tone="good">{t.people.totp}</Badge>}
            {!person.enabled && <Badge tone="bad">{t.people.disabled}</Badge>}
          </p>
          <p className="truncate text-xs text-muted">{person.email}</p>
        </div>
      </div>
      <div className="max-md:order-3 max-md:col-span-2 max-md:pl-11">
        {fixed ? (
          <p className="text-sm text-muted md:pl-3">{t.roles[person.role]}</p>
        ) : (
          <Select
            bare
            label={t.people.roleOf(person.name)}
            value={person.role}
            choices={offered.map((role) => ({ value: role, label: t.roles[role] }))}
            onChoose={(role) => setRole(role as Role)}
          />
        )}
      </div>
      <p className="hidden truncate text-right text-sm tabular-nums text-muted md:block">
        {person.last_seen_at ? formats.when(person.last_seen_at) : t.people.never}
      </p>
      <div className="max-md:order-2">
        {!fixed && (
          <Menu
            label={t.people.menu(person.name)}
            trigger={<Ellipsis size={17} />}
            items={[
              person.enabled
                ? {
                    label: t.people.disable,
                    icon: <Ban size={15} />,
                    danger: true,
                    act: () => setAsking(true),
                  }
                : { label: t.people.enable, icon: <UserCheck size={15} />, act: enable },
            ]}
            className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
          />
        )}
      </div>
      {asking && (
        <Confirm
          title={t.people.disableTitle(person.name)}
          text={t.people.disableText}
          act={t.people.disableAct}
          onAct={disable}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
