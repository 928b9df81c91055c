import type { Catalogue } from '../platform/i18n';
import { fieldError } from '../platform/i18n/problem-text';
import type { Problem } from '../wire/types';

type Check = (t: Catalogue, value: string) => string | undefined;

const LEAST_CHARS = 8;

export const filled: Check = (t, value) => (value.trim() === '' ? t.form.required : undefined);

export const emailLike: Check = (t, value) =>
  /^[^@\s]+@[^@\s]+$/.test(value.trim()) ? undefined : t.form.emailBad;

export const longEnough: Check = (t, value) =>
  [...value].length < LEAST_CHARS ? t.form.passwordShort : undefined;

/** Only the fields with something wrong. */
export const wrong = <N extends string>(
  found: Record<N, string | undefined>,
): { [name in N]?: string } =>
  Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined)) as {
    [name in N]?: string;
  };

/** Why the server does not take a new password, which it says as the end of a sentence. */
export function refusedPassword(t: Catalogue, problem: Problem, name: string): string | undefined {
  const why = fieldError(problem, name);
  return why === undefined ? undefined : t.form.passwordRefused(why);
}
