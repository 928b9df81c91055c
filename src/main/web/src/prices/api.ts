import { call } from '../platform/http';
import type { Price, PriceRequest } from '../wire/types';

const ROOT = '/api/v1/admin/prices';

export const PRICES = ['prices'] as const;

export const listPrices = async (signal: AbortSignal): Promise<Price[]> =>
  (await call<{ prices: Price[] }>(ROOT, { signal })).prices;

export const addPrice = (body: PriceRequest) => call<Price>(ROOT, { method: 'POST', body });
