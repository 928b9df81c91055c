import type { BaseAccess } from '../wire/types';

export type Grant = BaseAccess['grants'][number];

/** Whom a grant is for, as the value of a choice. */
export const subjectOf = (grant: Grant): string =>
  grant.role ? `role:${grant.role}` : `user:${grant.user_id ?? ''}`;

export function grantFor(subject: string, level: Grant['level']): Grant {
  const id = subject.slice(5);
  return subject.startsWith('role:')
    ? { role: id as NonNullable<Grant['role']>, level }
    : { user_id: id, level };
}

/** As a new base has it: everybody reads, and agents change. */
export const USUAL: BaseAccess = {
  everybody: 'reader',
  grants: [{ role: 'agent', level: 'editor' }],
};
