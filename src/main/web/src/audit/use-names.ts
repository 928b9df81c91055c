import { useQuery } from '@tanstack/react-query';
import { EVERYBODY, listPeople } from '../people/api';

/** Gives `user:<id>` the person's name, as far as people are known to who looks. */
export function useNames(): (actor: string) => string | undefined {
  const { data } = useQuery({
    queryKey: EVERYBODY,
    queryFn: ({ signal }) => listPeople(signal),
    retry: false,
  });
  return (actor) => data?.users.find((user) => actor === `user:${user.id}`)?.name;
}
