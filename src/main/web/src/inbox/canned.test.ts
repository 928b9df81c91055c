import { describe, expect, it } from 'vitest';
import type { CannedReply } from '../wire/types';
import { calledAt, fitting, withReply } from './canned';

const reply = (shortcut: string, text: string): CannedReply => ({
  id: shortcut,
  shortcut,
  text,
  changed_at: '2026-01-01T00:00:00Z',
});
const HELLO = reply('hello', 'Hello, how can I help?');
const LEAVE = reply('leave', 'You can carry over five days.');

describe('canned replies', () => {
  it('are called with a slash at the beginning of a word', () => {
    expect(calledAt('/he')).toBe('he');
    expect(calledAt('Well, /')).toBe('');
    expect(calledAt('and/or')).toBeNull();
    expect(calledAt('/hello there')).toBeNull();
  });

  it('fit by shortcut first and by words then', () => {
    expect(fitting([LEAVE, HELLO], 'he')).toEqual([HELLO]);
    expect(fitting([LEAVE, HELLO], 'carry')).toEqual([LEAVE]);
    expect(fitting([LEAVE, HELLO], '')).toHaveLength(2);
  });

  it('stand in the place of their shortcut', () => {
    expect(withReply('Hi. /lea', LEAVE)).toBe('Hi. You can carry over five days.');
  });
});
