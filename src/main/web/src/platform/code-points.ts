/** Positions of a text counted in code points, turned into positions of a JavaScript string. */
export class CodePoints {
  readonly length: number;
  readonly #text: string;
  /** UTF-16 position of every 1,024th code point; null when both counts are the same. */
  readonly #marks: Uint32Array | null;

  static readonly #STEP = 1024;

  constructor(text: string) {
    this.#text = text;
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.#marks = null;
      this.length = text.length;
      return;
    }
    const marks: number[] = [];
    let points = 0;
    for (let at = 0; at < text.length; points += 1) {
      if (points % CodePoints.#STEP === 0) marks.push(at);
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    this.length = points;
    this.#marks = Uint32Array.from(marks);
  }

  /** The UTF-16 position of a code point; positions outside are moved to the nearest end. */
  at(point: number): number {
    const wanted = Math.min(Math.max(0, point), this.length);
    if (this.#marks === null) return wanted;
    if (wanted === this.length) return this.#text.length;
    let at = this.#marks[Math.floor(wanted / CodePoints.#STEP)] ?? 0;
    for (let left = wanted % CodePoints.#STEP; left > 0; left -= 1) {
      at += (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return at;
  }

  slice(start: number, end: number): string {
    return this.#text.slice(this.at(start), this.at(end));
  }
}
