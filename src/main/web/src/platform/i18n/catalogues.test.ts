import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { zh } from './zh';

type Tree = Record<string, unknown>;

function entries(tree: Tree, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? entries(value as Tree, `${path}${key}.`)
      : [[path + key, value] as [string, unknown]],
  );
}

const OWN = /^(problems|reasons|serversOwn)/;

describe.each([
  ['German', de],
  ['Chinese', zh],
])('the %s catalogue', (_, catalogue) => {
  it('has every text in its own words', () => {
    const theirs = new Map(entries(catalogue));
    const same = entries(en)
      .filter(
        ([key, value]) => !OWN.test(key) && typeof value === 'string' && theirs.get(key) === value,
      )
      .map(([key]) => key);

    // Words that are the same in both languages.
    const allowed = new Set([
      'shell.chat',
      'shell.api',
      'shell.system',
      'chat.title',
      'list.name',
      'documents.name',
      'reference.download',
      'reference.parameters',
      'uploads.title',
    ]);
    expect(same.filter((key) => !allowed.has(key))).toEqual([]);
  });

  it('knows every problem that English knows', () => {
    expect(Object.keys(catalogue.problems).sort()).toEqual(Object.keys(en.problems).sort());
  });

  it('speaks of every count', () => {
    for (const n of [0, 1, 2, 5, 1234]) {
      expect(catalogue.chat.sources(n)).not.toContain('{n}');
      expect(catalogue.documents.processing(n).length).toBeGreaterThan(3);
    }
  });
});
