import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OrderEvent } from '../../../../core/order/event.ts';
import type { Outcome } from '../../../../server/ports.ts';
import { sourceDifferences } from '../../../../server/store/postgres/sources/differences.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';
import {
  append,
  approved,
  closed,
  orderAppend,
  posted,
  publish,
  released,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import { asStore, newRecords, type OpenedRecords, openedRecords } from './records-database.ts';

const numbered = (last: number): string => `${series}-0000${last}`;
const oversold = { name: 'StoreFault', code: 'store.oversold' };

describeWithPostgres('sources of the stock book', () => {
  let database: FreshDatabase;
  let records: OpenedRecords;
  beforeEach(async () => {
    database = await freshDatabase();
    records = await newRecords(database);
    await count(1, '10');
  });
  afterEach(async () => {
    expect(await records.database.readAtOnce(sourceDifferences)).toEqual([]);
    await records.close();
    await database.drop();
  });

  const count = (version: number, onHand: string, asOf?: string) =>
    append(asStore(records), publish('stock', version, stockBook({ A01: onHand }, asOf)));
  /** An order that holds so many, whatever there is: a decision that doesn't look. */
  const hold = (last: number, quantity: string, over = records): Promise<Outcome<string>> =>
    append(
      asStore(over),
      orderAppend(numbered(last), 0, ...posted(numbered(last), { items: { A01: '99' } }), approved({ A01: quantity })),
    );
  const then = (last: number, version: number, ...events: readonly OrderEvent[]) =>
    append(asStore(records), orderAppend(numbered(last), version, ...events));
  const run = (statement: string) =>
    inDatabase(database.owner, async (client) => {
      await client.query(`SET search_path TO ${records.schema}`);
      return (await client.query({ text: statement, rowMode: 'array' })).rows;
    });
  const sources = () =>
    run('SELECT nth, quantity::text, allocated::text, shortfall::text FROM sources ORDER BY stock_key, nth');

  it('are taken by orders that hold goods', async () => {
    await hold(1, '7');
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '10', '7', '0'],
    ]);
    expect(await run('SELECT order_number, stock_key, nth, quantity::text FROM allocations')).toEqual([
      [numbered(1), 'a01', 1, '7'],
    ]);
  });

  it('stop a decision that promises more than there is; nothing of it is kept', async () => {
    await hold(1, '7');
    await expect(hold(2, '4')).rejects.toMatchObject(oversold);
    expect(await records.read.order(numbered(2) as never)).toBeNull();
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '10', '7', '0'],
    ]);
    await hold(2, '3');
  });

  it('stop the second of two servers that saw the same goods', async () => {
    const other = await openedRecords(database, records.schema);
    const made = await Promise.allSettled([hold(1, '6'), hold(2, '6', other)]);
    await other.close();
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({ reason: oversold });
  });

  it('are short after a lower count, which leaves no room for a promise until goods are given back', async () => {
    await hold(1, '6');
    await hold(2, '4');
    await count(2, '5');
    expect(await sources()).toEqual([
      [0, '0', '5', '5'],
      [1, '5', '5', '0'],
    ]);
    await expect(hold(3, '1')).rejects.toMatchObject(oversold);
    await then(2, 3, ...released(numbered(2)).slice(0, 1), { ...closed(), type: 'reservation-released' });
    expect(await sources()).toEqual([
      [0, '0', '1', '1'],
      [1, '5', '5', '0'],
    ]);
    await expect(hold(3, '1')).rejects.toMatchObject(oversold);
    await count(3, '7');
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '7', '6', '0'],
    ]);
    await hold(3, '1');
  });

  it('never refuse goods that left on their own', async () => {
    await append(asStore(records), orderAppend(numbered(1), 0, ...posted(numbered(1), { items: { A01: '99' } })));
    await append(
      asStore(records),
      shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[numbered(1), 1, '12']])),
    );
    expect(await sources()).toEqual([
      [0, '0', '2', '2'],
      [1, '10', '10', '0'],
    ]);
    await expect(hold(2, '1')).rejects.toMatchObject(oversold);
  });

  it('stay taken when what was held leaves, until it is counted anew', async () => {
    await hold(1, '10');
    await then(1, 3, ...released(numbered(1)));
    await append(
      asStore(records),
      shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[numbered(1), 1, '4']])),
    );
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '10', '10', '0'],
    ]);
    await count(2, '6', '2026-11-23');
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '6', '6', '0'],
    ]);
  });

  it('have no say in goods that the book does not list', async () => {
    await append(
      asStore(records),
      orderAppend(numbered(1), 0, ...posted(numbered(1), { items: { B77: '99' } }), approved({ B77: '99' })),
    );
    expect(await run('SELECT * FROM allocations')).toEqual([]);
  });

  it('are made anew where there are none yet: before the next promise', async () => {
    await hold(1, '7');
    await run('DELETE FROM allocations');
    await run('DELETE FROM sources');
    await run('UPDATE sources_of SET prices = 0, stock = 0');
    await expect(hold(2, '4')).rejects.toMatchObject(oversold);
    await hold(2, '3');
    expect(await sources()).toEqual([
      [0, '0', '0', '0'],
      [1, '10', '10', '0'],
    ]);
  });

  it('that say otherwise than the records are found', async () => {
    await hold(1, '7');
    const differences = () => records.database.readAtOnce(sourceDifferences);
    await run('UPDATE allocations SET quantity = 6');
    expect(await differences()).toEqual([
      { code: 'lookup-wrong', what: 'allocations of a01 1', kept: '7 for 6', follows: 'as its orders take' },
      { code: 'lookup-wrong', what: `${numbered(1)} takes of a01`, kept: '6', follows: '7' },
    ]);
    await run('UPDATE allocations SET quantity = 7');
    await run('UPDATE sources SET quantity = 11 WHERE nth = 1');
    expect(await differences()).toHaveLength(1);
    await run('UPDATE sources SET quantity = 10 WHERE nth = 1');
  });
});
