import type { Problem } from '../../wire/types';
import type { Catalogue } from './en';

/** What happened, in the reader's language where the code is known, else in the server's words. */
export function problemText(t: Catalogue, problem: Problem): string {
  const own = t.serversOwn || reasoned(problem) ? problem.detail : undefined;
  const said = own ?? t.problems[problem.code] ?? problem.detail ?? problem.title;
  if (problem.retry_after_ms === undefined) return said;
  return `${said} ${t.retryIn(Math.max(1, Math.ceil(problem.retry_after_ms / 1000)))}`;
}

/** Whether an administrator gave the reason, in words of their own. */
const reasoned = ({ code, detail }: Problem): boolean =>
  code === 'policy_denied' && detail !== 'A rule of this workspace does not allow it.';

/** The server's words for one field, by its JSON pointer or one below it. */
export const fieldError = (problem: Problem | null, name: string): string | undefined =>
  problem?.errors?.find((error) => error.pointer.split('/')[1] === name)?.detail;
