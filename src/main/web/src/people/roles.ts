import type { Role, Session } from '../wire/types';

export const ROLES: readonly Role[] = ['owner', 'admin', 'agent', 'member'];

/** Only owners change owners and make them. */
export const rolesFor = (caller: Session['caller'] | undefined): readonly Role[] =>
  caller?.role === 'owner' || caller?.kind === 'anonymous'
    ? ROLES
    : ROLES.filter((role) => role !== 'owner');
