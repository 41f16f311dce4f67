import { sql } from 'kysely';
import type { CompanyProfile } from '../../../../core/policy/company.ts';
import type { PolicyVersion } from '../../../../core/policy/policy-version.ts';
import { answersTo } from '../../../../core/policy/user-name.ts';
import type { Account, Accounts, Clock, TokenRecord } from '../../../ports.ts';
import { StoreFault } from '../../store-fault.ts';
import type { Database } from '../connection/database.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { lockKey } from '../transact/lock-names.ts';
import { settings } from './tables.ts';

/** Users, tokens, the company's profile and its policy in the tables of its schema. */
export class PostgresAccounts implements Accounts {
  readonly #database: Database;
  readonly #clock: Clock;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Throws StoreFault 'store.profile-missing' for a company that was never set up. */
  async profile(): Promise<CompanyProfile> {
    const [found] = await this.#database.all(settings.selectFrom('profile').select('body'));
    if (found === undefined) throw new StoreFault('store.profile-missing', 'this company has no profile yet');
    return found.body;
  }

  async saveProfile(profile: CompanyProfile): Promise<void> {
    const body = JSON.stringify(profile);
    await this.#database.all(
      settings
        .insertInto('profile')
        .values({ body })
        .onConflict((conflict) => conflict.column('sole').doUpdateSet({ body })),
    );
  }

  async policies(): Promise<readonly PolicyVersion[]> {
    const rows = await this.#database.all(settings.selectFrom('policy_versions').select('body').orderBy('version'));
    return rows.map(({ body }) => body);
  }

  /** Its number is the key: of two who add the same version one is kept. */
  addPolicy(policy: PolicyVersion): Promise<boolean> {
    return this.#inTurn(async () => {
      const [last] = await this.#database.all(
        settings.selectFrom('policy_versions').select('version').orderBy('version', 'desc').limit(1),
      );
      if (policy.version !== (last?.version ?? 0) + 1) return false;
      const kept = await this.#database.all(
        settings
          .insertInto('policy_versions')
          .values({ version: policy.version, body: JSON.stringify(policy) })
          .onConflict((conflict) => conflict.column('version').doNothing())
          .returning('version'),
      );
      return kept.length === 1;
    });
  }

  async users(): Promise<readonly Account[]> {
    const rows = await this.#database.all(settings.selectFrom('accounts').select('body').orderBy('position'));
    return rows.map(({ body }) => body);
  }

  addUser(user: Account): Promise<boolean> {
    return this.#amongUsers(async (session) => {
      const others = await session.all(settings.selectFrom('accounts').select('body'));
      if (others.some(({ body }) => answersTo(body, user.id) || answersTo(body, user.name))) return false;
      await insertUser(session, user);
      return true;
    });
  }

  saveUser(user: Account): Promise<void> {
    return this.#amongUsers(async (session) => {
      await session.all(settings.deleteFrom('accounts').where('id', '=', user.id));
      await insertUser(session, user);
    });
  }

  async token(hash: string): Promise<TokenRecord | null> {
    const [found] = await this.#database.all(settings.selectFrom('tokens').select('body').where('hash', '=', hash));
    return found?.body ?? null;
  }

  /** Tokens that have run out go with it, so that the table doesn't grow for ever. */
  saveToken(token: TokenRecord): Promise<void> {
    const row = { expires_at: token.expiresAt, body: JSON.stringify(token) };
    return this.#database.write(async (session) => {
      await session.all(settings.deleteFrom('tokens').where('expires_at', '<=', new Date(this.#clock.now())));
      await session.all(
        settings
          .insertInto('tokens')
          .values({ hash: token.hash, ...row })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet(row)),
      );
    });
  }

  async dropToken(hash: string): Promise<void> {
    await this.#database.all(settings.deleteFrom('tokens').where('hash', '=', hash));
  }

  /** What is judged by all users: one at a time, wherever it is asked for. */
  #amongUsers<Answer>(change: (session: Session) => Promise<Answer>): Promise<Answer> {
    const lock = lockKey(this.#database.place.schema, 'accounts');
    return this.#inTurn(() =>
      this.#database.write(async (session) => {
        await session.all(sql`SELECT pg_advisory_xact_lock(${lock}::bigint)`.compile(build));
        return change(session);
      }),
    );
  }

  /** In the order asked for here, as with a store that has one writer. */
  #inTurn<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#lastChange.then(change);
    this.#lastChange = turn.catch(() => undefined); // its caller hears of it
    return turn;
  }
}

const insertUser = (session: Session, user: Account) =>
  session.all(settings.insertInto('accounts').values({ id: user.id, body: JSON.stringify(user) }));
