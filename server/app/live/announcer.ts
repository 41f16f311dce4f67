import type { Clock } from '../../ports.ts';
import type { Caller, Company } from '../company.ts';
import { CompanyRoom, type Ear } from './company-room.ts';

/** Does something again and again until the answer is called. */
export type Every = (ms: number, action: () => void) => () => void;

export interface AnnouncerOptions {
  readonly clock: Clock;
  readonly every?: Every;
  readonly onFault: (fault: unknown) => void;
}

/** Whoever has more windows open than this sees changes there when he turns to them. */
export const mostStreams = 8;
/** Within this long everybody knows that nothing can be kept, and that it can again. */
export const lookMs = 2_000;
/** Proxies end connections that are silent for a minute. */
export const beatMs = 15_000;

const interval: Every = (ms, action) => {
  const timer = setInterval(action, ms).unref();
  return () => clearInterval(timer);
};

/** Tells everybody who is signed in what was changed in his company, as far as he may know it. One per server. */
export class Announcer {
  readonly #clock: Clock;
  readonly #onFault: (fault: unknown) => void;
  readonly #rooms = new Map<Company, CompanyRoom>();
  readonly #timers: readonly (() => void)[];
  #closed = false;

  constructor({ clock, every = interval, onFault }: AnnouncerOptions) {
    this.#clock = clock;
    this.#onFault = onFault;
    this.#timers = [
      every(lookMs, () => {
        for (const room of this.#rooms.values()) room.look();
      }),
      every(beatMs, () => {
        for (const room of this.#rooms.values()) room.beat().catch(onFault);
      }),
    ];
  }

  /** The answer ends it. Null = he has as many streams as he may, or the server is closing. */
  listen(caller: Caller, ear: Ear): (() => void) | null {
    const room = this.#rooms.get(caller.company) ?? new CompanyRoom(caller.company, this.#clock, this.#onFault);
    if (this.#closed || room.countOf(caller.user.id) >= mostStreams) {
      if (room.isEmpty) room.close();
      return null;
    }
    this.#rooms.set(caller.company, room);
    const leave = room.enter(caller, ear);
    return () => {
      leave();
      if (!room.isEmpty) return;
      room.close();
      if (this.#rooms.get(caller.company) === room) this.#rooms.delete(caller.company);
    };
  }

  /** Somebody signed out: the streams of that token end at once. */
  signedOut({ company, token }: Caller): void {
    this.#rooms.get(company)?.tokenEnded(token.hash);
  }

  /** Ends every stream, and takes no more. */
  close(): void {
    this.#closed = true;
    for (const stop of this.#timers) stop();
    for (const room of this.#rooms.values()) room.close();
    this.#rooms.clear();
  }
}
