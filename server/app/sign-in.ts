import { answersTo } from '../../core/policy/user-name.ts';
import type { Instant } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Account, Clock, Scratchpad, Secrets, TokenRecord } from '../ports.ts';
import { AttemptLimit } from './attempt-limit.ts';
import type { Caller, Companies, Company } from './company.ts';
import { companyPolicy } from './company-policy.ts';
import { Decided } from './decided.ts';

export interface Session {
  /** "hardware.<256 random bits>": a token names its company, and counts only there. */
  readonly token: string;
  readonly company: Company;
  readonly user: Account;
}
export interface SignInFailure {
  readonly code: 'sign-in.wrong' | 'sign-in.too-many' | 'sign-in.not-a-sample' | 'pairing.unknown';
  readonly waitSeconds?: number;
}

/** A working day. */
export const sessionDays = 0.5;
/** A pane stays connected for half a year, then pairs again. */
export const deviceDays = 180;

/** Signs people in and says whom a token names, for all companies of a server. */
export class Doorkeeper {
  readonly #companies: Companies;
  readonly #clock: Clock;
  readonly #attempts: AttemptLimit;
  readonly #secrets: Secrets;

  constructor(companies: Companies, scratchpad: Scratchpad, clock: Clock, secrets: Secrets) {
    this.#companies = companies;
    this.#attempts = new AttemptLimit(scratchpad, clock, { freeAttempts: 5, longestWaitMs: 300_000 });
    this.#clock = clock;
    this.#secrets = secrets;
  }

  /**
   * Wrong company, user and password look the same from outside, and take the same time.
   * @param called the user's id or name
   */
  async signIn(companyId: string, called: string, password: string): Promise<Result<Session, SignInFailure>> {
    const company = await this.#companies.get(companyId);
    const user = (await company?.store.accounts.users())?.find((each) => answersTo(each, called));
    // Guesses count by whom they are aimed at, under whatever name. Hashed: a password may have been typed for the name.
    const key = this.#secrets.hash(JSON.stringify([companyId, user?.id ?? called]));
    const waitMs = await this.#attempts.begin(key);
    if (waitMs > 0) return no({ code: 'sign-in.too-many', waitSeconds: Math.ceil(waitMs / 1000) });
    const right = await this.#secrets.verifyPassword(password, user?.passwordHash ?? nobodysHash);
    if (!company || !user?.passwordHash || !right) return no({ code: 'sign-in.wrong' });
    await this.#attempts.succeeded(key);
    return ok(await openSession(company, user, { kind: 'session', days: sessionDays }, this.#clock));
  }

  /** One click, no password: users of sample companies only, and only those that have no password. */
  async signInSample(companyId: string, userId: string): Promise<Result<Session, SignInFailure>> {
    const company = await this.#companies.get(companyId);
    const user = await userOf(company, userId);
    if (!company?.sample || !user || user.passwordHash !== undefined) return no({ code: 'sign-in.not-a-sample' });
    return ok(await openSession(company, user, { kind: 'session', days: sessionDays }, this.#clock));
  }

  /** Null = unknown, expired, forgotten, or of a user who is gone. */
  async callerOf(token: string): Promise<Caller | null> {
    const company = await this.#companies.get(token.slice(0, token.indexOf('.')));
    return company === null ? null : callerBy(company, company.secrets.hash(token), this.#clock);
  }
}

/** The same caller as he is now; null when his token or he himself is gone. */
export const callerAgain = ({ company, token }: Caller, clock: Clock): Promise<Caller | null> =>
  callerBy(company, token.hash, clock);

async function callerBy(company: Company, tokenHash: string, clock: Clock): Promise<Caller | null> {
  const { accounts } = company.store;
  const token = await accounts.token(tokenHash);
  if (!token || token.expiresAt <= clock.now()) return null;
  const user = await userOf(company, token.userId);
  if (!user) return null;
  const profile = await accounts.profile();
  const policy = await companyPolicy(accounts);
  return {
    company,
    profile,
    policy,
    user,
    token,
    moment: company.calendar.moment(profile.timeZone),
    decided: new Decided(),
  };
}

export const signOut = ({ company, token }: Caller): Promise<void> => company.store.accounts.dropToken(token.hash);

/** A new token for a user; only its hash is kept. */
export async function openSession(
  company: Company,
  user: Account,
  token: { readonly kind: TokenRecord['kind']; readonly device?: string; readonly days: number },
  clock: Clock,
): Promise<Session> {
  const text = `${company.id}.${company.secrets.token()}`;
  const createdAt = clock.now();
  await company.store.accounts.saveToken({
    hash: company.secrets.hash(text),
    userId: user.id,
    kind: token.kind,
    ...(token.device === undefined ? {} : { device: token.device }),
    createdAt,
    expiresAt: new Date(Date.parse(createdAt) + token.days * 86_400_000).toISOString() as Instant,
  });
  return { token: text, company, user };
}

async function userOf(company: Company | null, userId: string): Promise<Account | undefined> {
  return (await company?.store.accounts.users())?.find(({ id }) => id === userId);
}

/** Compared with when there is no such user, so that the answer takes as long as for one who exists. */
const nobodysHash = `scrypt$32768$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`;
