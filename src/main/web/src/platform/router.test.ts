import { describe, expect, it } from 'vitest';
import { match } from './router';

describe('match', () => {
  it('finds the parameters of a path', () => {
    expect(match('/c/:id', '/c/42')).toEqual({ id: '42' });
    expect(match('/c/:id', '/c/a%20b/')).toEqual({ id: 'a b' });
    expect(match('/', '/')).toEqual({});
  });

  it('is null for another path', () => {
    expect(match('/c/:id', '/c')).toBeNull();
    expect(match('/c/:id', '/c/')).toBeNull();
    expect(match('/c/:id', '/c/1/2')).toBeNull();
    expect(match('/', '/docs')).toBeNull();
    expect(match('/c/:id', '/c/%E0%A4%A')).toBeNull();
  });
});
