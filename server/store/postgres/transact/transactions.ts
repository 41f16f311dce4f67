import { setTimeout as pause } from 'node:timers/promises';
import type { Append, Decision, Job, Outcome, Transaction } from '../../../ports.ts';
import { expectNoGap, plain } from '../../appending.ts';
import { LoadedFrom } from '../../loaded-from.ts';
import { StoreFault } from '../../store-fault.ts';
import { announce } from '../changes/announce.ts';
import type { Database } from '../connection/database.ts';
import { isPassing } from '../connection/database-fault.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText } from '../key-text.ts';
import type { BookShelf, BooksInForce } from '../load/book-shelf.ts';
import { bringUpToDate } from '../sources/renew.ts';
import { expectLocked } from './footprint.ts';
import { foundIn } from './found-in.ts';
import { HeldLocks, LocksMissing } from './held-locks.ts';
import { keep, keepBooks } from './keep.ts';
import { keepSources } from './keep-sources.ts';
import { likelyLocks, load, type Working } from './load.ts';
import { type Written, writtenBy } from './written.ts';

/** Puts what a decision leaves to be done into its transaction. */
export type LeaveJobs = (session: Session, jobs: readonly Job[]) => Promise<void>;

/** How often a decision is run because it touches more than was locked: what points at each other ends sooner. */
const mostRuns = 20;
/** How often it is begun anew because others were in the way. */
const mostBeginnings = 50;
/** Milliseconds. */
const longestPause = 50;

/** Others hold some of the locks that are needed as well; to wait for them, all must be let go first. */
class LocksTaken extends Error {
  readonly needed: HeldLocks;

  constructor(needed: HeldLocks) {
    super('others hold what is needed as well');
    this.needed = needed;
  }
}

/** Decides and keeps, one transaction of the database each (docs/adr/0015-locks-follow-from-what-is-touched.md). */
export class Transactions {
  readonly #database: Database;
  readonly #shelf: BookShelf;
  readonly #leaveJobs: LeaveJobs;

  constructor(database: Database, shelf: BookShelf, leaveJobs: LeaveJobs) {
    this.#database = database;
    this.#shelf = shelf;
    this.#leaveJobs = leaveJobs;
  }

  async transact<Answer>(transaction: Transaction<Answer>): Promise<Outcome<Answer>> {
    let locks = HeldLocks.of(transaction);
    for (let beginning = 1; beginning <= mostBeginnings; beginning += 1) {
      try {
        return await this.#database.write((session) => this.#run(session, transaction, locks));
      } catch (error) {
        if (error instanceof LocksTaken) locks = error.needed;
        else if (!isPassing(error)) throw error;
        // Not all of them again at the same moment.
        await pause(Math.random() * Math.min(2 ** beginning, longestPause));
      }
    }
    throw new StoreFault('store.contended', `others were in the way ${mostBeginnings} times`);
  }

  /** Everything is locked before it is read, and nothing let go before the end: of two in conflict one is wholly first. */
  async #run<Answer>(session: Session, transaction: Transaction<Answer>, asked: HeldLocks): Promise<Outcome<Answer>> {
    const { requestKey } = transaction;
    const { schema } = this.#database.place;
    let locks = asked.with(await likelyLocks(session, transaction.load, asked));
    await session.all(locks.take(schema));
    const known = requestKey === undefined ? null : await answered<Answer>(session, requestKey);
    if (known !== null) return known;
    for (let run = 1; run <= mostRuns; run += 1) {
      try {
        return await this.#decide(session, transaction, locks);
      } catch (error) {
        if (!(error instanceof LocksMissing)) throw error;
        locks = locks.with(error.names, error.shared);
        const taken = await session.first(locks.tryToTake(schema));
        if (!taken?.all_taken) throw new LocksTaken(locks);
      }
    }
    throw new Error(`a decision touched something new ${mostRuns} times`);
  }

  async #decide<Answer>(
    session: Session,
    { load: asked, requestKey, decide }: Transaction<Answer>,
    locks: HeldLocks,
  ): Promise<Outcome<Answer>> {
    const working = await load(session, asked, locks, this.#shelf);
    const { position } = working;
    const loaded = new LoadedFrom(foundIn(working), asked);
    const decision = decide(loaded);
    if ('refuse' in decision) return { outcome: 'refused', refusal: decision.refuse, position };
    expectNoGap(loaded.drawn, decision.append);
    await this.#keep(session, working, decision);
    if (requestKey !== undefined) await remember(session, requestKey, decision.answer, working);
    return { outcome: 'done', answer: decision.answer, repeated: false, position };
  }

  async #keep(
    session: Session,
    working: Working,
    { append, jobs = [] }: Extract<Decision<unknown>, { append: readonly Append[] }>,
  ): Promise<void> {
    if (append.length > 0) {
      const written = writtenBy(append, working);
      await expectLocked(session, written, working);
      const { records, position } = working;
      // A new count makes the sources anew; else what the decision takes is taken from those there are.
      const isRecounted = written.books.some(({ kind }) => kind !== 'customers');
      if (!isRecounted) await keepSources(session, written, working);
      await keep(session, written, { records, positionOf: () => position });
      await keepBooks(
        session,
        written.books.map((book) => ({ book, position })),
      );
      if (isRecounted) await bringUpToDate(session, booksAfter(written, working));
      await announce(session, this.#database.place.schema, working.position, append, written.found);
    }
    if (jobs.length > 0) await this.#leaveJobs(session, jobs);
  }
}

/** What was answered under the key before. */
async function answered<Answer>(session: Session, requestKey: string): Promise<Outcome<Answer> | null> {
  const row = await session.first(
    build.selectFrom('answers').select(['answer', 'position']).where('request_key', '=', keyText(requestKey)),
  );
  return (
    (row && { outcome: 'done', answer: JSON.parse(row.answer) as Answer, repeated: true, position: row.position }) ??
    null
  );
}

async function remember(session: Session, requestKey: string, answer: unknown, { position }: Working): Promise<void> {
  const row = { request_key: keyText(requestKey), answer: JSON.stringify(plain(answer ?? null)), position };
  await session.all(build.insertInto('answers').values(row));
}

const booksAfter = ({ books }: Written, working: Working): BooksInForce =>
  new Map([...working.books, ...books.map((book) => [book.kind, book] as const)]);
