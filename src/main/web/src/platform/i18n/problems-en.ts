/** What went wrong, by the problem's code. */
export const problems: Record<string, string> = {
  unreachable: 'The server cannot be reached. Check your connection.',
  unauthenticated: 'Please sign in.',
  forbidden: 'You are not allowed to do this.',
  not_found: 'It is not there any more.',
  signed_out: 'You are signed out. Sign in again.',
  too_many_tries: 'Too many tries. Wait a moment and try again.',
  registration_closed: 'Accounts are made by invitation here.',
  link_gone: 'This link was used or withdrawn, or is too old. Ask for a new one.',
  email_taken: 'This address has an account. Sign in instead.',
  last_owner: 'A workspace keeps one owner. Make somebody else an owner first.',
  turn_conflict: 'An answer is still being written in this conversation. Wait for it, or stop it.',
  rate_limited: 'Too many requests at once.',
  concurrency_limited: 'Too many answers are being written at once.',
  policy_denied: 'A rule of this workspace does not allow it.',
  policy_undecided: 'What decides about rules does not answer. Try again in a moment.',
  policy_changed: 'Somebody else has changed this meanwhile. Look at it again.',
  budget_exhausted: 'The budget for answers is used up.',
  overloaded: 'The server is very busy.',
  draining: 'The server is restarting.',
  dependency_unavailable: 'Something the server depends on does not answer.',
  provider_rate_limited: 'The language model is at its limit.',
  provider_overloaded: 'The language model is overloaded.',
  provider_error: 'The language model answered with an error.',
  provider_timeout: 'The language model did not answer in time.',
  stream_interrupted: 'The answer was cut off.',
  payload_too_large: 'The file is too large.',
  unsupported_media_type: 'This kind of file cannot be read.',
};

/** Why a document failed, by the error's code; the server's own words serve where there is none. */
export const reasons: Record<string, string> = {};
