import type { Instant } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Clock, Scratchpad, Secrets } from '../ports.ts';
import { AttemptLimit } from './attempt-limit.ts';
import type { Caller, Companies } from './company.ts';
import { deviceDays, openSession, type Session, type SignInFailure } from './sign-in.ts';

const validMinutes = 10;

interface Pairing {
  readonly company: string;
  readonly userId: string;
}

/**
 * Connects the Excel pane to a user who is signed in on the desk: he reads a short code off the one and types it into the
 * other, on whichever server. Codes live ten minutes, work once, and only their hash is written down.
 */
export class PairingDesk {
  readonly #companies: Companies;
  readonly #scratchpad: Scratchpad;
  readonly #attempts: AttemptLimit;
  readonly #clock: Clock;
  readonly #secrets: Secrets;

  constructor(companies: Companies, scratchpad: Scratchpad, clock: Clock, secrets: Secrets) {
    this.#companies = companies;
    this.#scratchpad = scratchpad;
    this.#attempts = new AttemptLimit(scratchpad, clock, { freeAttempts: 10, longestWaitMs: 60_000 });
    this.#clock = clock;
    this.#secrets = secrets;
  }

  async start(caller: Caller): Promise<{ code: string; expiresAt: Instant }> {
    const code = this.#secrets.pairingCode();
    const expiresAt = new Date(Date.parse(this.#clock.now()) + validMinutes * 60_000).toISOString() as Instant;
    const content: Pairing = { company: caller.company.id, userId: caller.user.id };
    await this.#scratchpad.change<Pairing>(this.#noteOf(code), () => ({ content, until: expiresAt }));
    return { code, expiresAt };
  }

  /** Spaces, hyphens and small letters are forgiven: the code was read off another screen. */
  async redeem(typed: string, device: string): Promise<Result<Session, SignInFailure>> {
    const waitMs = await this.#attempts.begin('redeem');
    if (waitMs > 0) return no({ code: 'sign-in.too-many', waitSeconds: Math.ceil(waitMs / 1000) });
    const pairing = await this.#take(typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''));
    if (!pairing) return no({ code: 'pairing.unknown' });
    await this.#attempts.succeeded('redeem');
    const company = await this.#companies.get(pairing.company);
    const user = (await company?.store.accounts.users())?.find(({ id }) => id === pairing.userId);
    if (!company || !user) return no({ code: 'pairing.unknown' });
    return ok(await openSession(company, user, { kind: 'device', device, days: deviceDays }, this.#clock));
  }

  /** Of two who type it at once one gets it. */
  async #take(code: string): Promise<Pairing | null> {
    let taken: Pairing | null = null;
    await this.#scratchpad.change<Pairing>(this.#noteOf(code), (note) => {
      taken = note?.content ?? null;
      return null;
    });
    return taken;
  }

  #noteOf(code: string): string {
    return `pairing:${this.#secrets.hash(code)}`;
  }
}
