import type { Instant } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Clock, Secrets } from '../ports.ts';
import { AttemptLimit } from './attempt-limit.ts';
import type { Caller, Company } from './company.ts';
import { deviceDays, openSession, type Session, type SignInFailure } from './sign-in.ts';

const validMinutes = 10;

interface Pairing {
  readonly company: Company;
  readonly userId: string;
  readonly expiresAt: Instant;
}

/**
 * Connects the Excel pane to a user who is signed in on the desk: he reads a short code off the one and types it into the
 * other. Codes live ten minutes, work once, and are kept in memory only.
 */
export class PairingDesk {
  readonly #open = new Map<string, Pairing>();
  readonly #attempts = new AttemptLimit({ freeAttempts: 10, longestWaitMs: 60_000 });
  readonly #clock: Clock;
  readonly #secrets: Secrets;

  constructor(clock: Clock, secrets: Secrets) {
    this.#clock = clock;
    this.#secrets = secrets;
  }

  start(caller: Caller): { code: string; expiresAt: Instant } {
    this.#forgetExpired();
    const code = this.#secrets.pairingCode();
    const expiresAt = new Date(Date.parse(this.#clock.now()) + validMinutes * 60_000).toISOString() as Instant;
    this.#open.set(code, { company: caller.company, userId: caller.user.id, expiresAt });
    return { code, expiresAt };
  }

  /** Spaces, hyphens and small letters are forgiven: the code was read off another screen. */
  async redeem(typed: string, device: string): Promise<Result<Session, SignInFailure>> {
    const waitMs = this.#attempts.begin('redeem', Date.parse(this.#clock.now()));
    if (waitMs > 0) return no({ code: 'sign-in.too-many', waitSeconds: Math.ceil(waitMs / 1000) });
    this.#forgetExpired();
    const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
    const pairing = this.#open.get(code);
    if (!pairing) return no({ code: 'pairing.unknown' });
    this.#open.delete(code);
    this.#attempts.succeeded('redeem');
    const user = (await pairing.company.store.accounts.users()).find(({ id }) => id === pairing.userId);
    if (!user) return no({ code: 'pairing.unknown' });
    return ok(await openSession(pairing.company, user, { kind: 'device', device, days: deviceDays }, this.#clock));
  }

  #forgetExpired(): void {
    const now = this.#clock.now();
    for (const [code, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(code);
  }
}
