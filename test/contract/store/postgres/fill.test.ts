import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../../../core/value/date.ts';
import { fillStore } from '../../../../server/app/fill-store.ts';
import type { OrderFilter, SnapshotPart, Store, StoredRecord } from '../../../../server/ports.ts';
import { PostgresCompanies } from '../../../../server/store/postgres/postgres-companies.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';
import { append, approved, orderAppend, post, series } from '../sample-records.ts';

const clock = { now: () => '2026-11-21T02:00:00.000Z' as Instant };

describeWithPostgres('filling a schema', () => {
  let database: FreshDatabase;
  let companies: PostgresCompanies;
  const opened: Store[] = [];
  const open = async (id: string): Promise<Store> => {
    const store = await companies.open({ id, sample: true, clock, prepare: async () => {} });
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    database = await freshDatabase();
    const onFault = (fault: unknown) => console.error(fault);
    companies = await PostgresCompanies.open({ url: database.worker, ownerUrl: database.owner, clock, onFault });
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await companies.close();
    await database.drop();
  });

  /** Orders with a change of their parts on the way. */
  async function moved(
    change: (part: SnapshotPart) => SnapshotPart,
    beforeFinished: () => Promise<unknown> = async () => {},
  ): Promise<Store> {
    const source = await open('source');
    for (const key of ['1', '2']) await post(source, { key, items: { A01: '10' } });
    await append(source, orderAppend(`${series}-00001`, 2, approved({ A01: '10' })));
    const snapshot = await source.snapshot();
    const filler = await companies.fill('target', clock);
    try {
      const parts = async function* () {
        for await (const part of snapshot.parts()) yield change(part);
      };
      await fillStore({ parts }, filler);
      await beforeFinished();
      await filler.finish();
    } finally {
      await filler.close();
    }
    return open('target');
  }
  const ofRecord = (change: (record: StoredRecord) => StoredRecord) => (part: SnapshotPart) =>
    part.part === 'record' ? { ...part, record: change(part.record) } : part;

  it('finds everything by the same lists as where it came from', async () => {
    const target = await moved((part) => part);
    const [source] = opened as [Store];
    const filters: readonly OrderFilter[] = [
      { limit: 9 },
      { limit: 9, status: 'to-confirm' },
      { limit: 9, search: 'A01' },
    ];
    for (const filter of filters) expect(await target.read.orders(filter)).toEqual(await source.read.orders(filter));
    expect(await target.read.counts()).toEqual(await source.read.counts());
    expect(await target.read.openDemand()).toEqual(await source.read.openDemand());
    expect(await target.read.heldItems()).toEqual(['A01']);
  });

  it('takes events from before chains were kept into one, and says so', async () => {
    const target = await moved(ofRecord(({ chain: _none, position: _nowhere, ...record }) => record));
    await append(target, orderAppend(`${series}-00002`, 2, approved({ A01: '1' })));
    const snapshot = await target.snapshot();
    const adopted = new Map<string, number | undefined>();
    for await (const part of snapshot.parts())
      if (part.part === 'record') adopted.set(part.record.id, part.record.chain?.adopted);
    expect([...adopted]).toEqual([
      [`${series}-00001`, 3],
      [`${series}-00002`, 2],
    ]);
  });

  it('tells at every start what was lost before', async () => {
    const lost = { document: `orders/2026-11/${series}-00002.json`, problem: 'it rotted\0' };
    const target = await moved((part) =>
      part.part === 'record' && part.record.id === `${series}-00002` ? { part: 'lost', ...lost } : part,
    );
    expect(target.damaged).toEqual([lost]);
  });

  it('measures its own tables alone, however long that takes', async () => {
    const run = (statement: string) => inDatabase(database.owner, (client) => client.query(statement));
    // Measuring computes what an index is of: it says under which limit.
    await moved(
      (part) => part,
      () =>
        run(`
          CREATE TABLE unmeasured AS SELECT 1 AS one;
          CREATE FUNCTION company_target_filling.unlimited(text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
          BEGIN
            IF current_setting('statement_timeout') <> '0' THEN RAISE EXCEPTION 'a limit of %', current_setting('statement_timeout'); END IF;
            RETURN $1;
          END $$;
          SET statement_timeout = 0;
          CREATE INDEX ON company_target_filling.events (company_target_filling.unlimited(number));`),
    );
    const measured = await run(
      "SELECT oid::regclass::text AS name, reltuples FROM pg_class WHERE oid IN ('company_target.events'::regclass, 'unmeasured'::regclass)",
    );
    expect(measured.rows).toEqual(
      expect.arrayContaining([
        { name: 'unmeasured', reltuples: -1 },
        { name: 'company_target.events', reltuples: 5 },
      ]),
    );
  });

  it('refuses a record whose chain cannot be its own', async () => {
    const moving = moved(ofRecord((record) => ({ ...record, chain: { hashes: [] } })));
    await expect(moving).rejects.toMatchObject({
      code: 'store.damaged',
      details: { document: `order ${series}-00001` },
    });
  });
});
