import { call, download } from '../platform/http';
import type { ExplainedCall, UsageSeries } from '../wire/types';
import type { Group, Span, View } from './view';

const ROOT = '/api/v1/admin/usage';

export const keys = {
  call: (requestId: string) => ['usage', 'call', requestId] as const,
  series: (span: Span, group: Group, only: View['only']) => ['usage', span, group, only] as const,
};

export const getUsage = (span: Span, group: Group, only: View['only'], signal: AbortSignal) =>
  call<UsageSeries>(ROOT, {
    query: {
      ...span,
      group_by: group,
      user_id: only.user,
      key_id: only.key,
      model: only.model,
      provider: only.provider,
      kind: only.kind,
    },
    signal,
  });

/** Every entry of the ledger in the span. */
export const exportLedger = ({ from, to }: Span) => download(`${ROOT}/export`, { from, to });

export const explainCall = (requestId: string, signal: AbortSignal) =>
  call<ExplainedCall>(`${ROOT}/calls/${encodeURIComponent(requestId)}`, { signal });
