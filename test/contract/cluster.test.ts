import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { runCluster } from '../cluster/cluster.ts';
import { readingDatabase } from '../cluster/database-end.ts';
import type { Exchange } from '../cluster/exchange.ts';
import { companyId } from '../cluster/fixed-office.ts';
import { judge } from '../cluster/judge.ts';
import { failures } from '../cluster/replay.ts';
import { describeWithPostgres, freshDatabase } from '../postgres/fresh-database.ts';

/** A short run; `npm run test:deep` has the long one. */
const short = { clients: 24, seed: 20261122, until: { answers: 200 } } as const;

let folders: readonly string[];
beforeEach(async () => {
  folders = await Promise.all([1, 2, 3].map(() => mkdtemp(join(tmpdir(), 'countersign-cluster-'))));
});
afterEach(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('many clients who want the same', () => {
  it('of one server on its folder, could have come one after another', async () => {
    const [folder = ''] = folders;
    const { exchanges } = await runCluster([folder], short);
    const store = await openEmbeddedStore({ folder: join(folder, 'companies', companyId) });
    try {
      expect(await judge(exchanges, store.read)).toEqual([]);
      expectContention(exchanges);
    } finally {
      await store.close();
    }
  });
});

describeWithPostgres('many clients who want the same', () => {
  it('of three servers on one database, could have come one after another', async () => {
    const database = await freshDatabase();
    try {
      const { exchanges } = await runCluster(folders, { ...short, database });
      expect(await readingDatabase(database.worker, (read) => judge(exchanges, read))).toEqual([]);
      expectContention(exchanges);
    } finally {
      await database.drop();
    }
  });
});

it('an answer that is none is a failure, though no position says where it stood', () => {
  const answered = { user: 'order-desk', method: 'POST', path: '/api/orders', requestKey: 'wang:1', body: {} } as const;
  const refused: Exchange = { ...answered, position: null, status: 404, decided: { refused: 'not-found', data: null } };
  const failed: Exchange = { ...answered, position: null, status: 503, decided: { refused: 'store.busy', data: null } };
  expect(failures([refused, failed])).toEqual([failed]);
});

/** Otherwise nothing was tried. */
function expectContention(exchanges: readonly Exchange[]): void {
  const refused = exchanges.filter(({ status }) => status >= 400 && status < 500).length;
  expect(refused).toBeGreaterThan(20);
  expect(exchanges.filter(({ status }) => status < 400).length).toBeGreaterThan(100);
}
