import { describe, expect, it } from 'vitest';
import { safeLink, webLink } from './safe-link';

describe('safeLink', () => {
  it('gives the host of a web address', () => {
    expect(safeLink('https://docs.example.org:8443/a?b#c')).toEqual({
      href: 'https://docs.example.org:8443/a?b#c',
      host: 'docs.example.org:8443',
    });
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '/relative',
    '//example.org',
    'https://bank.example@evil.example/',
    '',
  ])('refuses %j', (url) => {
    expect(safeLink(url)).toBeNull();
  });

  it('lets a document lead to the web only', () => {
    expect(webLink('mailto:a@example.org')).toBeNull();
    expect(webLink(undefined)).toBeNull();
  });
});
