import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown';

const html = (text: string, known: number[] = [], streaming = false) =>
  renderToStaticMarkup(
    <Markdown
      text={text}
      streaming={streaming}
      known={new Set(known)}
      cite={(number, key) => <b key={key}>cite {number}</b>}
    />,
  );

describe('Markdown', () => {
  it.each([
    '<script>window.hit = 1</script>',
    'a <img src=x onerror="window.hit=1"> b',
    '<iframe src="https://evil.example"></iframe>',
    '<svg onload="window.hit=1">',
    '<a href="javascript:window.hit=1">x</a>',
    '<style>body { display: none }</style>',
    '- <details open ontoggle="window.hit=1">',
    '| <img src=x onerror=1> |\n| --- |\n| <script>1</script> |',
  ])('drops the markup of %j', (text) => {
    const shown = html(text);

    expect(shown).not.toMatch(/<(script|img|iframe|svg on|style|details)/);
    expect(shown).not.toMatch(/onerror|onload|ontoggle|javascript:/);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:alert(1))',
    '<javascript:alert(1)>',
    '[x][y]\n\n[y]: javascript:alert(1)',
  ])('makes no link of %j', (text) => {
    expect(html(text)).not.toContain('href');
  });

  it('shows the host of a link and lets it tell nothing', () => {
    const shown = html('[the bank](https://evil.example/login)');

    expect(shown).toContain('href="https://evil.example/login"');
    expect(shown).toContain('rel="noopener noreferrer nofollow"');
    expect(shown).toContain('(evil.example)');
  });

  it('says the host once when the link says it itself, and not when it lies', () => {
    expect(html('https://docs.example/a')).not.toContain('(docs.example)');
    expect(html('[https://bank.example](https://evil.example/)')).toContain('(evil.example)');
  });

  it('shows the words of a picture and fetches nothing', () => {
    const shown = html('![a chart](https://tracker.example/p.png)');

    expect(shown).toContain('a chart');
    expect(shown).not.toContain('tracker.example');
  });

  it('makes chips of known citations only', () => {
    const shown = html('One [1], two [2][3], escaped \\[1], code `[1]`.', [1, 3]);

    expect(shown.match(/cite \d/g)).toEqual(['cite 1', 'cite 3']);
    expect(shown).toContain('[2]');
    expect(shown).toContain('[1]</code>');
  });

  it('is not fooled by markers that look like links or definitions', () => {
    const shown = html('See [1](https://evil.example).\n\n[1]: https://evil.example', [1]);

    expect(shown).not.toMatch(/<a [^>]*><b>/);
    expect(shown.match(/cite 1/g)).toHaveLength(2);
  });

  it('keeps an open code block and an open table readable while they grow', () => {
    expect(html('```py\nprint(1)', [], true)).toContain('print(1)');
    expect(html('| a | b |\n', [], true)).toContain('<th');
  });
});
