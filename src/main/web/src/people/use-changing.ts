import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import type { Everybody, Person, Role } from '../wire/types';
import { changePerson, EVERYBODY } from './api';

/** Changes of one person, shown at once and taken back when the server refuses them. */
export function useChanging(person: Person) {
  const t = useText();
  const client = useQueryClient();
  const show = (next: Person) =>
    client.setQueryData<Everybody>(
      EVERYBODY,
      (data) =>
        data && { ...data, users: data.users.map((one) => (one.id === next.id ? next : one)) },
    );
  const change = async (what: { role?: Role; enabled?: boolean }) => {
    await client.cancelQueries({ queryKey: EVERYBODY });
    show({ ...person, ...what });
    try {
      show(await changePerson(person.id, what));
    } catch (error) {
      show(person);
      throw error;
    }
  };
  const quietly = (what: { role?: Role; enabled?: boolean }, done?: () => void) => {
    change(what).then(done, (error: unknown) => toast(problemText(t, problemIn(error))));
  };
  return {
    setRole: (role: Role) =>
      quietly({ role }, () =>
        toast(t.people.roleChanged(person.name, t.roles[role]), {
          undo: () => quietly({ role: person.role }),
        }),
      ),
    enable: () => quietly({ enabled: true }, () => toast(t.people.enabled(person.name))),
    disable: async () => {
      await change({ enabled: false });
      toast(t.people.nowDisabled(person.name));
    },
  };
}
