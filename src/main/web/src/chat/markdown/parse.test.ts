import { describe, expect, it } from 'vitest';
import { NOTHING, parse } from './parse';

const TEXT = `# Title

A paragraph with **bold** text
over two lines.

- one
- two

  with a paragraph
- three

1. first
2. second

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
const x = 1;

const y = 2;
\`\`\`

> a quote

Last words.
`;

const shape = (blocks: readonly { type: string }[]) =>
  JSON.stringify(blocks, (key, value) => (key === 'position' ? undefined : value));

describe('parse', () => {
  it('gives the same, character by character, as all at once', () => {
    let grown = NOTHING;
    for (let end = 1; end <= TEXT.length; end += 1) {
      const text = TEXT.slice(0, end);
      grown = parse(text, grown);

      expect(shape(grown.blocks), `after ${end} characters`).toBe(shape(parse(text).blocks));
    }
  });

  it('keeps finished blocks the same objects', () => {
    const before = parse('First.\n\nSecond');
    const after = parse('First.\n\nSecond grows', before);

    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[1]).not.toBe(before.blocks[1]);
  });

  it('starts anew when the beginning changes', () => {
    const before = parse('First.\n\nSecond');

    expect(parse('Other.\n\nSecond', before).blocks).toHaveLength(2);
    expect(shape(parse('Other.\n\nSecond', before).blocks)).toContain('Other.');
  });
});
