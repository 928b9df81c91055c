import type { Catalogue } from '../platform/i18n';

/** What was done, in words where the action is known. */
export const actionName = (t: Catalogue, action: string): string =>
  Object.hasOwn(t.audit.actions, action) ? (t.audit.actions[action] ?? action) : action;
