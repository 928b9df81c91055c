import { useQuery } from '@tanstack/react-query';
import { EVERYBODY, listPeople } from '../people/api';
import { useText } from '../platform/i18n';
import type { Person } from '../wire/types';

/** The people that the reader may see; none where that is nobody. */
export function usePeople(): readonly Person[] {
  return useEverybody()?.users ?? [];
}

/** Names whoever or whatever an event is about; as the log knows it where nothing better is known. */
export function useNames(): (subject: string) => string {
  const t = useText();
  const everybody = useEverybody();
  return (subject) => {
    const [kind = '', id = ''] = subject.split(/:(.*)/);
    switch (kind) {
      case 'user':
        return everybody?.users.find((one) => one.id === id)?.name ?? subject;
      case 'invitation':
        return everybody?.invitations.find((one) => one.id === id)?.email ?? t.audit.invitation;
      case 'key':
        return t.audit.key(id);
      case 'session':
        return t.audit.session;
      case 'anonymous':
        return t.audit.nobody;
      case 'parley':
        return t.audit.parley;
      case 'audit':
        return t.audit.title;
      default:
        return subject;
    }
  };
}

const useEverybody = () =>
  useQuery({
    queryKey: EVERYBODY,
    queryFn: ({ signal }) => listPeople(signal),
    retry: false,
  }).data;
