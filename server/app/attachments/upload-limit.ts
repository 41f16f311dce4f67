import { mostAttachmentBytes } from '../../../core/attachment/attachment.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Clock, Note, Scratchpad } from '../../ports.ts';

const dayMs = 86_400_000;

interface Sent {
  readonly sha256: string;
  readonly bytes: number;
  readonly atMs: number;
}

/**
 * Bounds what one user may send that no command names, on whichever server: stored files are never removed, and those belong to
 * nothing. What is named counts no longer, and after a day nothing does. One per company; a restart may forgive.
 */
export class UploadLimit {
  readonly #company: string;
  readonly #scratchpad: Scratchpad;
  readonly #clock: Clock;
  readonly #mostBytes: number;

  /** @param mostBytes a day; ten of the largest files, where nothing else is said */
  constructor(company: string, scratchpad: Scratchpad, clock: Clock, mostBytes = 10 * mostAttachmentBytes) {
    this.#company = company;
    this.#scratchpad = scratchpad;
    this.#clock = clock;
    this.#mostBytes = mostBytes;
  }

  /** Milliseconds until the user may send this file; 0 = now, and it counts at once, so that files side by side do too. */
  async begin(userId: string, file: { readonly sha256: string; readonly bytes: number }): Promise<number> {
    const nowMs = Date.parse(this.#clock.now());
    let waitMs = 0;
    await this.#scratchpad.change<readonly Sent[]>(this.#sentBy(userId), (note) => {
      const sent = (note?.content ?? []).filter(({ atMs }) => nowMs - atMs < dayMs);
      if (sent.some(({ sha256 }) => sha256 === file.sha256)) return note;
      waitMs = this.#waitFor(file.bytes, sent, nowMs);
      return waitMs > 0 ? note : forADay([...sent, { ...file, atMs: nowMs }], nowMs);
    });
    if (waitMs > 0) return waitMs;
    await this.#scratchpad.change<readonly string[]>(this.#sendersOf(file.sha256), (note) =>
      forADay([...new Set([...(note?.content ?? []), userId])], nowMs),
    );
    return 0;
  }

  /** The file belongs to something now, whoever sent it. */
  async named(sha256: string): Promise<void> {
    let senders: readonly string[] = [];
    await this.#scratchpad.change<readonly string[]>(this.#sendersOf(sha256), (note) => {
      senders = note?.content ?? [];
      return null;
    });
    for (const userId of senders)
      await this.#scratchpad.change<readonly Sent[]>(
        this.#sentBy(userId),
        (note) => note && { ...note, content: note.content.filter((sent) => sent.sha256 !== sha256) },
      );
  }

  #waitFor(bytes: number, sent: readonly Sent[], nowMs: number): number {
    let over = sent.reduce((sum, each) => sum + each.bytes, bytes) - this.#mostBytes;
    if (over <= 0) return 0;
    // Files expire in the order they were sent; larger than all of the limit no file ever fits.
    for (const each of sent) {
      over -= each.bytes;
      if (over <= 0) return each.atMs + dayMs - nowMs;
    }
    return dayMs;
  }

  #sentBy(userId: string): string {
    return JSON.stringify(['sent-by', this.#company, userId]);
  }

  #sendersOf(sha256: string): string {
    return JSON.stringify(['senders-of', this.#company, sha256]);
  }
}

const forADay = <Content>(content: Content, nowMs: number): Note<Content> => ({
  content,
  until: new Date(nowMs + dayMs).toISOString() as Instant,
});
