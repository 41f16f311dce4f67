import { Readable } from 'node:stream';
import { eventText, heartbeat, type LiveEvent } from '../../core/wire/live.ts';
import type { Ear } from '../app/live/company-room.ts';

/** Characters that may wait for a reader: hours of an office's changes. */
export const mostWaiting = 256 * 1024;

/** Server-sent events to one reader. One who doesn't read is dropped: he looks at everything again when he is back. */
export class EventStream extends Readable implements Ear {
  override _read(): void {
    // Events are pushed when they happen.
  }

  tell(event: LiveEvent): void {
    this.#send(eventText(event));
  }

  beat(): void {
    this.#send(heartbeat);
  }

  end(): void {
    if (!this.readableEnded && !this.destroyed) this.push(null);
  }

  #send(text: string): void {
    if (this.destroyed) return;
    if (this.readableLength > mostWaiting) this.destroy();
    else this.push(text);
  }
}
