import { describe, expect, it } from 'vitest';
import { endingOf, isLitter, refusalOf } from './file-kinds';

describe('refusalOf', () => {
  it('lets readable files through', () => {
    expect(refusalOf('a/b/Handbook.PDF', 10, 100)).toBeNull();
  });

  it('says what is wrong before anything is sent', () => {
    expect(refusalOf('film.mp4', 10, 100)).toEqual({ kind: 'unsupported', ending: 'mp4' });
    expect(refusalOf('a.b/README', 10, 100)).toEqual({ kind: 'unsupported', ending: '' });
    expect(refusalOf('a.md', 101, 100)).toEqual({ kind: 'tooLarge', bytes: 101, limit: 100 });
    expect(refusalOf('a.md', 0, 100)).toEqual({ kind: 'empty' });
  });
});

describe('endingOf', () => {
  it('takes a leading dot for a name', () => {
    expect(endingOf('x/.gitignore')).toBe('');
    expect(endingOf('x/a.tar.gz')).toBe('gz');
  });
});

describe('isLitter', () => {
  it('knows what nobody means to add', () => {
    expect(
      ['docs/.DS_Store', '.git/config', 'Thumbs.db', 'a/node_modules/b.md'].every(isLitter),
    ).toBe(true);
    expect(['docs/a.md', 'my.notes/x.md'].some(isLitter)).toBe(false);
  });
});
