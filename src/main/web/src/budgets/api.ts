import { call } from '../platform/http';
import type {
  Budget,
  BudgetDetail,
  BudgetRequest,
  UsageLimit,
  UsageLimitRequest,
} from '../wire/types';

const BUDGET_ROOT = '/api/v1/admin/budgets';
const LIMIT_ROOT = '/api/v1/admin/limits';

export const keys = {
  budgets: ['budgets'] as const,
  budget: (id: string) => ['budgets', id] as const,
  limits: ['limits'] as const,
};

export const listBudgets = async (signal: AbortSignal): Promise<Budget[]> =>
  (await call<{ budgets: Budget[] }>(BUDGET_ROOT, { signal })).budgets;

export const getBudget = (id: string, signal: AbortSignal) =>
  call<BudgetDetail>(`${BUDGET_ROOT}/${id}`, { signal });

export const createBudget = (body: BudgetRequest) =>
  call<Budget>(BUDGET_ROOT, { method: 'POST', body });

export const changeBudget = (id: string, body: { name?: string; limit_nano?: number }) =>
  call<Budget>(`${BUDGET_ROOT}/${id}`, { method: 'PATCH', body });

export const deleteBudget = (id: string) =>
  call<void>(`${BUDGET_ROOT}/${id}`, { method: 'DELETE' });

export const listLimits = async (signal: AbortSignal): Promise<UsageLimit[]> =>
  (await call<{ limits: UsageLimit[] }>(LIMIT_ROOT, { signal })).limits;

export const addLimit = (body: UsageLimitRequest) =>
  call<UsageLimit>(LIMIT_ROOT, { method: 'POST', body });

export const deleteLimit = (id: string) => call<void>(`${LIMIT_ROOT}/${id}`, { method: 'DELETE' });
