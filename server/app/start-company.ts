import type { CompanyProfile } from '../../core/policy/company.ts';
import { newCompany } from '../../core/policy/company-defaults.ts';
import { founderRoles } from '../../core/policy/roles.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { CompanyStart } from '../../core/wire/accounts.ts';
import type { Account, Clock, Secrets } from '../ports.ts';
import type { Companies, Company } from './company.ts';
import { openSession, type Session, sessionDays } from './sign-in.ts';

/** Keeps a new company with its first user, wholly or not at all, and opens it. Null: somebody was quicker, on another server. */
export type MakeCompany = (settings: CompanyProfile, firstUser: Account) => Promise<Company | null>;

export interface CompanyFounderParts {
  readonly companies: Companies;
  readonly makeCompany: MakeCompany;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/**
 * The second door of the first start: a company of one's own. It is open to whoever comes first, since there is nobody yet
 * who could be asked, and shut as soon as the server keeps one.
 */
export class CompanyFounder {
  readonly #parts: CompanyFounderParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: CompanyFounderParts) {
    this.#parts = parts;
  }

  /** One after the other: of two who come at once, one is first. */
  start(asked: CompanyStart): Promise<Result<Session, 'company.exists'>> {
    const turn = this.#last.then(() => this.#start(asked));
    this.#last = turn.catch(() => undefined); // its caller hears of it
    return turn;
  }

  async #start({ userName, password, ...said }: CompanyStart): Promise<Result<Session, 'company.exists'>> {
    const { companies, makeCompany, clock, secrets } = this.#parts;
    if ((await companies.all()).some(({ sample }) => !sample)) return no('company.exists');
    const user: Account = {
      id: 'admin',
      name: userName,
      roles: founderRoles,
      locale: said.locale,
      passwordHash: await secrets.hashPassword(password),
    };
    const company = await makeCompany(newCompany(said), user);
    if (company === null) return no('company.exists');
    return ok(await openSession(company, user, { kind: 'session', days: sessionDays }, clock));
  }
}
