import { useQuery } from '@tanstack/react-query';
import { EVERYBODY, listPeople } from '../people/api';
import { useText } from '../platform/i18n';

/** Names whoever has changed something. */
export function useWho(): (subject: string) => string {
  const t = useText();
  const everybody = useQuery({
    queryKey: EVERYBODY,
    queryFn: ({ signal }) => listPeople(signal),
    retry: false,
  }).data;
  return (subject) => {
    const [kind = '', id = ''] = subject.split(/:(.*)/);
    if (kind === 'user') return everybody?.users.find((one) => one.id === id)?.name ?? subject;
    if (kind === 'key') return t.audit.key(id);
    if (kind === 'anonymous') return t.audit.nobody;
    return kind === 'parley' ? t.audit.parley : subject;
  };
}
