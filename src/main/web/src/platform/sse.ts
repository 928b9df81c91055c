/** One server-sent event. `id` is the last id the stream has given. */
export interface SseEvent {
  name: string;
  id: string;
  data: string;
}

const MAX_EVENT_CHARS = 1 << 20;

/** Bytes in any cuts to events, by the rules of the HTML standard. */
export class SseParser {
  #decoder = new TextDecoder('utf-8');
  #rest = '';
  #afterCr = false;
  #name = '';
  #data: string[] = [];
  #size = 0;
  #lastId = '';

  push(bytes: Uint8Array): SseEvent[] {
    const events: SseEvent[] = [];
    let text = this.#decoder.decode(bytes, { stream: true });
    if (this.#afterCr && text.startsWith('\n')) text = text.slice(1);
    if (text !== '') this.#afterCr = false;
    const buffer = this.#rest + text;
    if (buffer.length > MAX_EVENT_CHARS) throw new Error('a line of the event stream is too long');
    let from = 0;
    for (let at = this.#rest.length; at < buffer.length; at += 1) {
      const char = buffer[at];
      if (char !== '\n' && char !== '\r') continue;
      this.#line(buffer.slice(from, at), events);
      if (char === '\r') {
        if (at + 1 === buffer.length) this.#afterCr = true;
        else if (buffer[at + 1] === '\n') at += 1;
      }
      from = at + 1;
    }
    this.#rest = buffer.slice(from);
    return events;
  }

  #line(line: string, events: SseEvent[]): void {
    if (line === '') {
      this.#dispatch(events);
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'event') this.#name = value;
    else if (field === 'id' && !value.includes('\0')) this.#lastId = value;
    else if (field === 'data') this.#addData(value);
  }

  #addData(value: string): void {
    this.#size += value.length;
    if (this.#size > MAX_EVENT_CHARS) throw new Error('an event of the stream is too long');
    this.#data.push(value);
  }

  #dispatch(events: SseEvent[]): void {
    if (this.#data.length > 0) {
      events.push({
        name: this.#name || 'message',
        id: this.#lastId,
        data: this.#data.join('\n'),
      });
    }
    this.#name = '';
    this.#data = [];
    this.#size = 0;
  }
}
