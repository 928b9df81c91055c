import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const css = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const contract = new URL('../../../resources/openapi.yaml', import.meta.url);

const AA = 4.5;

/** The colours of the rule that has this selector. */
function colours(text: string, selector: string): Record<string, string> {
  const bare = text.replaceAll(/^@.*;$|^\/\*[\s\S]*?\*\/$/gm, '').trim();
  const rules = [...bare.matchAll(/(?:^|\n\n)([^{}]+?) \{([^}]*)\}/g)];
  const found = rules.find(([, selectors]) => selectors?.split(',\n').includes(selector));
  const all = [...(found?.[2] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(all.map(([, name, value]) => [name, value]));
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const accents: string[] = parse(readFileSync(contract, 'utf8')).components.schemas.Session
  .properties.workspace.properties.accent.enum;

describe.each(accents)('the accent %s', (accent) => {
  it.each([
    ['light', ':root', `[data-accent="${accent}"]`],
    ['dark', '[data-theme="dark"]', `[data-theme="dark"][data-accent="${accent}"]`],
  ])('can be read in %s', (_, theme, selector) => {
    const page = colours(css('app.css'), theme);
    const own = colours(css('accents.css'), selector);
    const pairs = [
      ...['canvas', 'panel', 'surface', 'hover'].map((under) => [own['accent'], page[under]]),
      [own['accent'], own['accent-soft']],
      [page['ink'], own['accent-soft']],
      [own['on-accent'], own['accent']],
      [own['on-accent'], own['accent-hover']],
    ];

    for (const [text = '', under = ''] of pairs) {
      expect(contrast(text, under), `${text} on ${under}`).toBeGreaterThanOrEqual(AA);
    }
  });
});
