import { describe, expect, it } from 'vitest';
import { type SseEvent, SseParser } from './sse';

const STREAM = [
  ': ping\n\n',
  'id: 1\nevent: started\ndata: {"a":1}\n\n',
  'id: 2\r\nevent: delta\r\ndata: {"text":"Grüße 👋🏽 世界"}\r\n\r\n',
  'id: 3\revent: delta\rdata: one\rdata: two\r\r',
  'data:no space\nretry: 10\nunknown: x\n\n',
  'event: without data\n\n',
  'id: 4\ndata\n\n',
  'event: cut off\ndata: never ends',
].join('');

const EXPECTED: SseEvent[] = [
  { name: 'started', id: '1', data: '{"a":1}' },
  { name: 'delta', id: '2', data: '{"text":"Grüße 👋🏽 世界"}' },
  { name: 'delta', id: '3', data: 'one\ntwo' },
  { name: 'message', id: '3', data: 'no space' },
  { name: 'message', id: '4', data: '' },
];

const bytes = new TextEncoder().encode(STREAM);

describe('SseParser', () => {
  it('reads a whole stream', () => {
    expect(new SseParser().push(bytes)).toEqual(EXPECTED);
  });

  it('reads the same wherever the bytes are cut in two', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const parser = new SseParser();

      const events = [...parser.push(bytes.subarray(0, cut)), ...parser.push(bytes.subarray(cut))];

      expect(events, `cut at byte ${cut}`).toEqual(EXPECTED);
    }
  });

  it('reads the same byte by byte', () => {
    const parser = new SseParser();

    const events = [...bytes].flatMap((byte) => parser.push(Uint8Array.of(byte)));

    expect(events).toEqual(EXPECTED);
  });

  it('skips a byte order mark', () => {
    const marked = new TextEncoder().encode('\ufeffdata: x\n\n');

    expect(new SseParser().push(marked)).toEqual([{ name: 'message', id: '', data: 'x' }]);
  });

  it('refuses a line without end', () => {
    const parser = new SseParser();
    const line = new TextEncoder().encode('x'.repeat(600_000));
    parser.push(line);

    expect(() => parser.push(line)).toThrow('too long');
  });
});
