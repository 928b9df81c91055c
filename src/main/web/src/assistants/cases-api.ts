import { call } from '../platform/http';
import type {
  CaseResult,
  CaseRun,
  QuestionCase,
  QuestionCaseRequest,
  UnansweredQuestions,
} from '../wire/types';

const of = (id: string): string => `/api/v1/admin/assistants/${id}`;

export const caseKeys = {
  cases: (id: string) => ['cases', id] as const,
  runs: (id: string) => ['runs', id] as const,
  run: (id: string, run: string) => ['runs', id, run] as const,
  questions: ['unanswered'] as const,
};

export const listCases = (id: string, signal: AbortSignal) =>
  call<{ cases: QuestionCase[] }>(`${of(id)}/cases`, { signal });

export const addCase = (id: string, body: QuestionCaseRequest) =>
  call<QuestionCase>(`${of(id)}/cases`, { method: 'POST', body });

export const changeCase = (id: string, one: string, body: QuestionCaseRequest) =>
  call<QuestionCase>(`${of(id)}/cases/${one}`, { method: 'PUT', body });

export const removeCase = (id: string, one: string) =>
  call<void>(`${of(id)}/cases/${one}`, { method: 'DELETE' });

export const listRuns = (id: string, signal: AbortSignal) =>
  call<{ runs: CaseRun[] }>(`${of(id)}/runs`, { signal });

export interface ToldRun {
  run: CaseRun;
  results: CaseResult[];
}

export const getRun = (id: string, run: string, signal: AbortSignal) =>
  call<ToldRun>(`${of(id)}/runs/${run}`, { signal });

export const startRun = (id: string, version: number) =>
  call<CaseRun>(`${of(id)}/runs`, { method: 'POST', body: { version } });

export const cancelRun = (id: string, run: string) =>
  call<CaseRun>(`${of(id)}/runs/${run}/cancel`, { method: 'POST' });

export const listQuestions = (signal: AbortSignal) =>
  call<UnansweredQuestions>('/api/v1/admin/questions', { signal });
