import { mostAttachmentBytes } from '../../../core/attachment/attachment.ts';
import type { Clock } from '../../ports.ts';

const dayMs = 86_400_000;

interface Sent {
  readonly bytes: number;
  readonly atMs: number;
}

/**
 * Bounds what one user may send that no command names: stored files are never removed, and those belong to nothing. What is named
 * counts no longer, and after a day nothing does. Kept in memory, one per company: a restart forgives.
 */
export class UploadLimit {
  /** By user, then by hash: the same file sent again counts once. */
  readonly #unnamed = new Map<string, Map<string, Sent>>();
  readonly #clock: Clock;
  readonly #mostBytes: number;

  /** @param mostBytes a day; ten of the largest files, where nothing else is said */
  constructor(clock: Clock, mostBytes = 10 * mostAttachmentBytes) {
    this.#clock = clock;
    this.#mostBytes = mostBytes;
  }

  /** Milliseconds until the user may send this file; 0 = now, and it counts at once, so that files side by side do too. */
  begin(userId: string, file: { readonly sha256: string; readonly bytes: number }): number {
    const nowMs = Date.parse(this.#clock.now());
    const sent = this.#sentBy(userId, nowMs);
    if (sent.has(file.sha256)) return 0;
    let over = [...sent.values()].reduce((sum, { bytes }) => sum + bytes, file.bytes) - this.#mostBytes;
    // Files expire in the order they were sent; larger than all of the limit no file ever fits.
    for (const { bytes, atMs } of over > 0 ? sent.values() : []) {
      over -= bytes;
      if (over <= 0) return atMs + dayMs - nowMs;
    }
    if (over > 0) return dayMs;
    sent.set(file.sha256, { bytes: file.bytes, atMs: nowMs });
    return 0;
  }

  /** The file belongs to something now, whoever sent it. */
  named(sha256: string): void {
    for (const sent of this.#unnamed.values()) sent.delete(sha256);
  }

  #sentBy(userId: string, nowMs: number): Map<string, Sent> {
    const sent = new Map([...(this.#unnamed.get(userId) ?? [])].filter(([, { atMs }]) => nowMs - atMs < dayMs));
    this.#unnamed.set(userId, sent);
    return sent;
  }
}
