import type { PolicyWhere } from '../wire/types';

export const WHERES: readonly PolicyWhere[] = ['input', 'tool', 'output'];

export const ACTIONS = ['redact', 'deny', 'allow', 'route'] as const;

export const TONES = { allow: 'good', deny: 'bad', redact: 'warn', route: 'plain' } as const;
