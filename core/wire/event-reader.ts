import type { LiveEvent } from './live.ts';

/**
 * Reads server-sent events out of pieces of text as they arrive (WHATWG HTML, 9.2.6, of which our streams use `data`).
 * @param read makes an event of ours of what was sent; throws when it is none
 */
export class EventReader {
  #rest = '';
  #data: string[] = [];
  readonly #read: (sent: unknown) => LiveEvent;

  constructor(read: (sent: unknown) => LiveEvent) {
    this.#read = read;
  }

  read(text: string): readonly LiveEvent[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  #line(line: string): readonly LiveEvent[] {
    if (line.startsWith('data:')) this.#data.push(line.slice(line[5] === ' ' ? 6 : 5));
    if (line !== '' || this.#data.length === 0) return [];
    const data = this.#data.join('\n');
    this.#data = [];
    return [this.#read(JSON.parse(data))];
  }
}
