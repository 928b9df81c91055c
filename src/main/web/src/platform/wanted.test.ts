import { describe, expect, it } from 'vitest';
import { safePlace, signInFor } from './wanted';

const HERE = 'https://parley.example.org';

describe('safePlace', () => {
  it('keeps a place of this site', () => {
    expect(safePlace('/c/7?source=a.1#b', HERE)).toBe('/c/7?source=a.1#b');
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in?to=/x',
    '/reset#t',
    'documents',
  ])('goes to the start page for %s', (to) => {
    expect(safePlace(to, HERE)).toBe('/');
  });

  it('survives its own address', () => {
    const address = new URL(signInFor('/c/7?source=a.1#b'), HERE);

    expect(safePlace(address.searchParams.get('to'), HERE)).toBe('/c/7?source=a.1#b');
    expect(signInFor('/')).toBe('/sign-in');
  });
});
