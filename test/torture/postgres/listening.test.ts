import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Change, Position } from '../../../server/ports.ts';
import { asStore, newSchema, openedRecords } from '../../contract/store/postgres/records-database.ts';
import { post } from '../../contract/store/sample-records.ts';
import { findBinaries } from '../../postgres/find-binaries.ts';
import { LongWay } from '../../postgres/long-way.ts';
import { newDatabase } from '../../postgres/new-database.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';
import { randomOf, scaled } from '../frame/scale.ts';

const rounds = scaled(4, 40);

/** A commit, and how much had been told when it was answered. */
interface Commit {
  readonly position: Position;
  readonly toldBefore: number;
}

describe.skipIf(findBinaries() === null)('who listens to PostgreSQL', () => {
  it(`is told of every commit, or that some may be missing, over ${rounds} breaks of the connection`, {
    timeout: scaled(120_000, 900_000),
  }, async () => {
    const postgres = await startPostgres();
    await using closing = new AsyncDisposableStack();
    closing.defer(() => postgres.stop());
    const database = await newDatabase(postgres.url);
    const { schema } = await newSchema(database);
    const way = await LongWay.to(database.worker);
    closing.defer(() => way.close());
    const near = await openedRecords(database, schema);
    closing.defer(() => near.close());
    const far = await openedRecords({ ...database, worker: way.over(database.worker) }, schema);
    closing.defer(() => far.close());

    const told: Change[] = [];
    far.changes.listen((change) => told.push(change));
    const commits: Commit[] = [];
    const random = randomOf('listening');
    for (let round = 0; round < rounds; round += 1) {
      const committing = (async () => {
        for (let count = 0; count < 10; count += 1) {
          const key = `round-${round}-${count}`;
          const toldBefore = told.length;
          const { position } = await post(asStore(near), { key }, key);
          commits.push({ position, toldBefore });
        }
      })();
      await sleep(random() * 30);
      way.shut();
      await sleep(random() * 100);
      way.open();
      await committing;
    }

    await vi.waitFor(() => expect(commits.filter((commit) => !isTold(commit, told))).toEqual([]), 30_000);
    expect(told).toContainEqual({ missed: true });
    await vi.waitFor(() => expect(far.database.health.trouble()).toBeNull(), 30_000);
  });
});

/** Whoever is told "look at everything again" after a commit sees it then. */
const isTold = ({ position, toldBefore }: Commit, told: readonly Change[]): boolean =>
  told.some((change, index) => ('missed' in change ? index >= toldBefore : change.position === position));
