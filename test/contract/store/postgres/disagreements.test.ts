import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../../../../core/value/date.ts';
import { KeptSchemas } from '../../../../server/store/postgres/kept-schemas.ts';
import { PostgresCompanies } from '../../../../server/store/postgres/postgres-companies.ts';
import {
  describeWithPostgres,
  type FreshDatabase,
  freshDatabase,
  inDatabase,
} from '../../../postgres/fresh-database.ts';
import { emptyLedger, work } from '../embedded/workload.ts';
import {
  append,
  approved,
  invoiceAppend,
  invoiced,
  orderAppend,
  post,
  publish,
  series,
  stockBook,
} from '../sample-records.ts';

const clock = { now: () => '2026-11-21T02:00:00.000Z' as Instant };
const [order, held, invoice] = [`${series}-00001`, `${series}-00006`, 'INV-202611-00001'];

describeWithPostgres('what things are looked up in', () => {
  let database: FreshDatabase;
  let kept: KeptSchemas;
  beforeAll(async () => {
    database = await freshDatabase();
    const { worker: url, owner: ownerUrl } = database;
    const companies = await PostgresCompanies.open({ url, ownerUrl, clock, onFault: (fault) => console.error(fault) });
    await companies.make('own', clock, async (store) => {
      await work(store, emptyLedger());
      await append(store, publish('stock', 2, stockBook({ A01: '100' })));
      await post(store, { key: 'held', items: { A01: '10' } });
      await append(store, orderAppend(held, 2, approved({ A01: '10' })));
      await append(store, invoiceAppend(invoice, 0, invoiced(invoice, '24112000', order)));
    });
    await companies.close();
    kept = new KeptSchemas(url, clock);
  });
  afterAll(async () => {
    await kept.close();
    await database.drop();
  });

  async function disagreements(): Promise<readonly object[]> {
    const company = await kept.look('own');
    if (company === null) throw new Error('there is no company');
    return company.disagreements().finally(() => company.release());
  }
  const change = (statement: string) =>
    inDatabase(database.owner, (client) => client.query(`SET search_path TO company_own; ${statement}`));

  it('agrees with the records after an office day', async () => {
    expect(await disagreements()).toEqual([]);
  });

  // Each is taken back by the second statement.
  it.each<[what: string, plant: string, mend: string, found: readonly object[]]>([
    [
      'a customer',
      `UPDATE records SET customer = 'X' WHERE number = '${order}'`,
      `UPDATE records SET customer = 'C-海港五金' WHERE number = '${order}'`,
      [{ what: `records order ${order}`, kept: '{"customer":"X"}', follows: '{"customer":"C-海港五金"}' }],
    ],
    [
      'a pointer that is missing',
      `DELETE FROM record_orders WHERE kind = 'invoice'`,
      `INSERT INTO record_orders VALUES ('${order}', 'invoice', '${invoice}')`,
      [{ what: `record_orders invoice ${invoice} of ${order}`, kept: null, follows: 'yes' }],
    ],
    [
      'a pointer too many, of no record',
      `INSERT INTO record_orders VALUES ('${order}', 'invoice', 'INV-202611-00009')`,
      `DELETE FROM record_orders WHERE number = 'INV-202611-00009'`,
      [{ what: 'record_orders invoice INV-202611-00009', kept: 'yes', follows: null }],
    ],
    [
      'a name that is missing',
      `DELETE FROM record_names`,
      `INSERT INTO record_names VALUES ('invoice', '24112000', '${invoice}')`,
      [{ what: 'record_names invoice 24112000', kept: null, follows: invoice }],
    ],
    [
      'a name that the record never bore',
      `INSERT INTO record_names VALUES ('invoice', 'other', '${invoice}')`,
      `DELETE FROM record_names WHERE name = 'other'`,
      [{ what: 'record_names invoice other', kept: invoice, follows: null }],
    ],
    [
      'the status of an order',
      `UPDATE orders SET status = 'closed' WHERE number = '${held}'`,
      `UPDATE orders SET status = 'to-confirm' WHERE number = '${held}'`,
      [{ what: `orders ${held}`, kept: '{"status":"closed"}', follows: '{"status":"to-confirm"}' }],
    ],
    [
      'a month',
      `INSERT INTO order_months VALUES ('1999-01', '${held}')`,
      `DELETE FROM order_months WHERE month = '1999-01'`,
      [{ what: `order_months ${held} 1999-01`, kept: 'yes', follows: null }],
    ],
    [
      'what an order takes',
      `UPDATE demand SET left_at = '2026-11-30' WHERE order_number = '${held}'`,
      `UPDATE demand SET left_at = NULL WHERE order_number = '${held}'`,
      [{ what: `demand ${held} A01` }],
    ],
    [
      'an order of no record',
      `INSERT INTO demand VALUES ('A01', 'A01', '${series}-00099', false, NULL)`,
      `DELETE FROM demand WHERE order_number = '${series}-00099'`,
      [{ what: `demand ${series}-00099`, kept: 'yes', follows: null }],
    ],
    [
      'the last number of a series',
      `UPDATE series SET last = last - 1 WHERE name = '${series}'`,
      `UPDATE series SET last = last + 1 WHERE name = '${series}'`,
      [{ what: `series ${series}`, kept: '5', follows: '6' }],
    ],
    [
      'a source',
      `UPDATE sources SET quantity = 101 WHERE nth = 1`,
      `UPDATE sources SET quantity = 100 WHERE nth = 1`,
      [{ what: 'source a01 1' }],
    ],
    [
      'an allocation',
      `UPDATE allocations SET quantity = 6 WHERE order_number = '${held}'`,
      `UPDATE allocations SET quantity = 10 WHERE order_number = '${held}'`,
      [{ what: 'allocations of a01 1' }, { what: `${held} takes of a01`, kept: '6', follows: '10' }],
    ],
    [
      'events that no record is made of',
      `INSERT INTO events VALUES ('order', '${series}-00042', 1, '{}', '', 1)`,
      `ALTER TABLE events DISABLE TRIGGER USER; DELETE FROM events WHERE number = '${series}-00042'`,
      [{ what: `records order ${series}-00042`, kept: null, follows: '1 events' }],
    ],
  ])('is found to differ in %s, and nothing beside it', async (_what, plant, mend, found) => {
    await change(plant);
    const differing = await disagreements();
    await change(mend);
    expect(differing).toEqual(found.map((each) => expect.objectContaining({ code: 'lookup-wrong', ...each })));
    expect(await disagreements()).toEqual([]);
  });
});
