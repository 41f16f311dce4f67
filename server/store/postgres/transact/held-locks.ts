import { type CompiledQuery, sql } from 'kysely';
import type { LockName, Transaction } from '../../../ports.ts';
import { build } from '../connection/queries.ts';
import { booksLock, everythingLock, heldItemsLock, lockKey, lockOf, locksToRead } from './lock-names.ts';

/** Above this one lock for everything costs less, and a server has room for some thousands only. */
const most = 1000;

/** What a decision turned out to touch although nobody had locked it: it has to be run again with these. */
export class LocksMissing extends Error {
  readonly names: readonly LockName[];
  readonly shared: readonly LockName[];

  constructor(missing: { readonly names?: readonly LockName[]; readonly shared?: readonly LockName[] }) {
    super('a decision touched what was not locked');
    this.names = missing.names ?? [];
    this.shared = missing.shared ?? [];
  }
}

/** The names that one run of a transaction locks. Never changed: more names make others. */
export class HeldLocks {
  readonly alone: ReadonlySet<LockName>;
  readonly #shared: ReadonlySet<LockName>;

  constructor(alone: Iterable<LockName>, shared: Iterable<LockName>) {
    this.alone = new Set(alone);
    this.#shared = new Set([...shared, booksLock, everythingLock].filter((name) => !this.alone.has(name)));
  }

  /** What can be told before anything is read. */
  static of({ requestKey, locks, load }: Pick<Transaction<unknown>, 'requestKey' | 'locks' | 'load'>): HeldLocks {
    const request = requestKey === undefined ? [] : [lockOf.request(requestKey)];
    const shared = (load.holding ?? []).length > 0 ? [heldItemsLock] : [];
    return new HeldLocks([...request, ...locks, ...locksToRead(load)], shared);
  }

  with(names: Iterable<LockName>, shared: Iterable<LockName> = []): HeldLocks {
    return new HeldLocks([...this.alone, ...names], [...this.#shared, ...shared]);
  }

  has(name: LockName): boolean {
    return this.alone.has(name);
  }
  maySee(name: LockName): boolean {
    return this.alone.has(name) || this.#shared.has(name);
  }

  /** Takes them all, in one order everywhere, so that two transactions never wait for each other. */
  take(schema: string): CompiledQuery<unknown> {
    const { keys, modes } = this.#keys(schema);
    return sql`
      SELECT CASE WHEN alone THEN pg_advisory_xact_lock(key) ELSE pg_advisory_xact_lock_shared(key) END
      FROM unnest(${keys}::bigint[], ${modes}::boolean[]) AS locks(key, alone)`.compile(build);
  }

  /** Takes those that are free, and says whether all were: who holds some already may wait for nothing more. */
  tryToTake(schema: string): CompiledQuery<{ readonly all_taken: boolean }> {
    const { keys, modes } = this.#keys(schema);
    return sql<{ all_taken: boolean }>`
      SELECT bool_and(
        CASE WHEN alone THEN pg_try_advisory_xact_lock(key) ELSE pg_try_advisory_xact_lock_shared(key) END
      ) AS all_taken
      FROM unnest(${keys}::bigint[], ${modes}::boolean[]) AS locks(key, alone)`.compile(build);
  }

  #keys(schema: string): { readonly keys: readonly string[]; readonly modes: readonly boolean[] } {
    const tooMany = this.alone.size > most;
    const isAlone = new Map<string, boolean>();
    for (const name of tooMany ? [] : this.#shared) isAlone.set(lockKey(schema, name), false);
    for (const name of tooMany ? [everythingLock] : this.alone) isAlone.set(lockKey(schema, name), true);
    const keys = [...isAlone.keys()].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    return { keys, modes: keys.map((key) => isAlone.get(key) === true) };
  }
}
