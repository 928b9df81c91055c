import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = import.meta.dirname;

// Folder → folders it may import. Only app, main and routes, at the top, see all of them.
const MAY_USE: Record<string, string[]> = {
  wire: [],
  platform: ['wire'],
  ui: ['platform', 'wire'],
  reader: ['ui', 'platform', 'wire'],
  chat: ['reader', 'ui', 'platform', 'wire'],
  inbox: ['chat', 'ui', 'platform', 'wire'],
  documents: ['people', 'reader', 'ui', 'platform', 'wire'],
  sources: ['documents', 'ui', 'platform', 'wire'],
  setup: ['ui', 'platform', 'wire'],
  'sign-in': ['ui', 'platform', 'wire'],
  account: ['ui', 'platform', 'wire'],
  people: ['ui', 'platform', 'wire'],
  audit: ['people', 'ui', 'platform', 'wire'],
  charts: ['ui', 'platform', 'wire'],
  models: ['ui', 'platform', 'wire'],
  prices: ['ui', 'platform', 'wire'],
  budgets: ['charts', 'people', 'ui', 'platform', 'wire'],
  usage: ['charts', 'people', 'ui', 'platform', 'wire'],
  policies: ['ui', 'platform', 'wire'],
  tools: ['ui', 'platform', 'wire'],
  assistants: ['audit', 'chat', 'documents', 'models', 'tools', 'ui', 'platform', 'wire'],
  settings: ['people', 'ui', 'platform', 'wire'],
  reference: ['ui', 'platform', 'wire'],
  shared: ['ui', 'platform', 'wire'],
  shell: ['ui', 'platform', 'wire'],
};

const GENERATED = 'wire/api.ts';
const MOST_LINES = 300;
const MOST_MEDIAN = 80;

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && path !== GENERATED)
  .sort();

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

function importsOf(path: string): string[] {
  const found = textOf(path).matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g);
  return [...found].map(([, to]) => relative(ROOT, join(ROOT, path, '..', to ?? '')));
}

describe('the shape of the code', () => {
  it('has only folders that the map knows', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== ''));

    expect([...folders].sort()).toEqual(Object.keys(MAY_USE).sort());
  });

  it('lets a folder import only what it may', () => {
    const broken = files.flatMap((path) => {
      const folder = folderOf(path);
      if (folder === '') return [];
      const allowed = [folder, ...(MAY_USE[folder] ?? [])];
      return importsOf(path)
        .filter((to) => !allowed.includes(folderOf(to)))
        .map((to) => `${path} imports ${to}`);
    });

    expect(broken).toEqual([]);
  });

  it('keeps files short', () => {
    const lengths = files.map((path) => ({ path, lines: textOf(path).split('\n').length }));
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);

    expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MOST_MEDIAN);
  });

  it('never writes markup into the page', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet|\beval\(/;
    const self = relative(ROOT, import.meta.filename);

    expect(files.filter((path) => path !== self && sinks.test(textOf(path)))).toEqual([]);
  });
});
