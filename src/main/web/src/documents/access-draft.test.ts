import { expect, it } from 'vitest';
import { grantFor, subjectOf } from './access-draft';

it('names whom a grant is for, and finds them again', () => {
  for (const subject of ['role:member', 'user:0190a6d2-7c1e-7c4b-9a55-2f3f0f9b1c11']) {
    expect(subjectOf(grantFor(subject, 'reader'))).toBe(subject);
  }
  expect(grantFor('role:agent', 'editor')).toEqual({ role: 'agent', level: 'editor' });
});
