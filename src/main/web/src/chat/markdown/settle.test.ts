import { describe, expect, it } from 'vitest';
import { settle } from './settle';

describe('settle', () => {
  it.each([
    ['some **bold', 'some **bold**'],
    ['some **', 'some '],
    ['some `code', 'some `code`'],
    ['see [the guide](https://exam', 'see the guide'],
    ['see [the gui', 'see the gui'],
    ['as said [1', 'as said '],
    ['text\n-', 'text'],
    ['text\n=', 'text'],
    ['## ', ''],
    ['done **bold** and more', 'done **bold** and more'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['| a | b |', '| a | b |\n| --- | --- |'],
    ['| a | b |\n| --', '| a | b |\n| --- | --- |'],
    ['| a | b |\n', '| a | b |\n| --- | --- |'],
    ['| a | b', ''],
    ['| a |\n| --- |\n| half', '| a |\n| --- |\n| half'],
  ])('turns %j into %j', (open, settled) => {
    expect(settle(open)).toBe(settled);
  });

  it('leaves the inside of an open code block alone', () => {
    const open = '```sh\necho **x\n\n- `y';

    expect(settle(open)).toBe(open);
  });

  it('leaves finished blocks before the last one alone', () => {
    expect(settle('a ** b\n\nnew **bo')).toBe('a ** b\n\nnew **bo**');
  });
});
