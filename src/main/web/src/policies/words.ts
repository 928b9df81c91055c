import type { PolicyWhere } from '../wire/types';

export const WHERES: readonly PolicyWhere[] = ['input', 'tool', 'output'];

export const ACTIONS = ['redact', 'deny', 'allow', 'route', 'hand_over'] as const;

export const TONES = {
  allow: 'good',
  deny: 'bad',
  redact: 'warn',
  route: 'plain',
  hand_over: 'plain',
} as const;
