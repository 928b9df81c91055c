import type { Problem } from '../wire/types';

/** What a call to the server ended with when it did not succeed. */
export class CallFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'CallFailed';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

const local = (code: string, title: string, retryable: boolean, status = 0): Problem => ({
  type: 'about:blank',
  title,
  status,
  code,
  request_id: '',
  retryable,
});

export const unreachable = (): CallFailed =>
  new CallFailed(local('unreachable', 'The server cannot be reached.', true));

export const signedOut = (): CallFailed =>
  new CallFailed(local('unauthenticated', 'You are signed out.', false, 401));

/** The problem in an answer; a made-up one where something between us and the server answered. */
export async function problemOf(response: Response): Promise<CallFailed> {
  const type = response.headers.get('content-type') ?? '';
  const fallback = local(
    `http_${response.status}`,
    response.statusText || `HTTP ${response.status}`,
    response.status >= 500 || response.status === 429,
    response.status,
  );
  if (!type.includes('json')) return new CallFailed(fallback);
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new CallFailed({ ...fallback, ...body, status: response.status });
  } catch {
    return new CallFailed(fallback);
  }
}

export const problemIn = (error: unknown): Problem =>
  error instanceof CallFailed
    ? error.problem
    : local('unexpected', error instanceof Error ? error.message : String(error), true);
