import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
      'usage.groups.user',
      'budgets.title',
      'policies.name',
      'policies.text',
      'policies.kinds.iban',
      'assistants.name',
      'cases.version',
      'assistants.isLive',
      'assistants.nothing',
      'sources.kinds.site',
      'sources.kinds.sitemap',
      'sources.kinds.feed',
      'sources.name',
      'sources.bucket',
      'sources.region',
      'bases.name',
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

const AUDIT = join(import.meta.dirname, '../../../../java/dev/parley/control/audit');

/** The names that an enum of the server has on the wire, in the order of the source. */
function wireNames(file: string, start: string, name: (constant: string) => string): string[] {
  const source = readFileSync(join(AUDIT, file), 'utf8');
  const body = source.slice(source.indexOf(start) + start.length).split(';', 1)[0] ?? '';
  return [...body.matchAll(/^ +([A-Z_]+)(?=,|$)/gm)].map(([, constant = '']) => name(constant));
}

describe.each([
  ['English', en],
  ['German', de],
  ['Chinese', zh],
])('the %s audit log', (_, catalogue) => {
  it('has words for every action', () => {
    const actions = wireNames('AuditAction.java', 'enum AuditAction {', (constant) =>
      constant.toLowerCase().replace('_', '.'),
    );
    expect(actions.length).toBeGreaterThan(20);
    expect(Object.keys(catalogue.audit.actions).sort()).toEqual(actions.sort());
  });

  it('has words for every fault', () => {
    const reasons = wireNames('AuditChain.java', 'enum Reason {', (name) => name.toLowerCase());
    expect(reasons.length).toBeGreaterThan(3);
    expect(Object.keys(catalogue.audit.reasons).sort()).toEqual(reasons.sort());
  });
});
