import type { DocumentCounts, DocumentState } from '../wire/types';

export const STATES: readonly DocumentState[] = [
  'queued',
  'reading',
  'embedding',
  'ready',
  'failed',
];

export const isPending = (state: DocumentState): boolean => state !== 'ready' && state !== 'failed';

export const pendingIn = (counts: DocumentCounts): number =>
  counts.queued + counts.reading + counts.embedding;

export const totalIn = (counts: DocumentCounts): number =>
  pendingIn(counts) + counts.ready + counts.failed;

export const stateOf = (name: string | null): DocumentState | '' =>
  STATES.find((state) => state === name) ?? '';
