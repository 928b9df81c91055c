import { useSubjects } from '../people/use-subjects';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import type { Group } from './view';

/** Words for what figures are told apart by. */
export function useGroupName(): (group: Group, name: string) => string {
  const t = useText();
  const session = useSession();
  const { userName, keyName } = useSubjects();
  return (group, name) => {
    switch (group) {
      case 'user':
        return name === '' ? t.usage.noUser : userName(name);
      case 'key':
        return name === '' ? t.usage.noKey : keyName(name);
      case 'kind':
        return t.usage.kinds[name] ?? name;
      case 'workspace':
        return session.data?.workspace.name ?? t.usage.groups.workspace;
      case 'model':
      case 'provider':
        return name;
    }
  };
}
