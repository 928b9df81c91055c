import { useSubjects } from '../people/use-subjects';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import type { SubjectKind } from '../wire/types';

/** Words for whom a budget or a limit is for. */
export function useWhom(): (kind: SubjectKind, id: string) => string {
  const t = useText();
  const session = useSession();
  const { userName, keyName } = useSubjects();
  return (kind, id) => {
    switch (kind) {
      case 'workspace':
        return session.data?.workspace.name ?? t.subjects.kinds.workspace;
      case 'user':
        return id === '' ? t.subjects.everyUser : userName(id);
      case 'key':
        return id === '' ? t.subjects.everyKey : keyName(id);
    }
  };
}
