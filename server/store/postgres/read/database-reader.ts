import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { RecordKind } from '../../../../core/record/registry.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { OrderFilter, OrderWithRecords, PublishedBook, Reader, RecordOf, RecordReader } from '../../../ports.ts';
import { concerns, eachOnce } from '../../month-orders.ts';
import { compareNumbers } from '../../numbers.ts';
import type { Database } from '../connection/database.ts';
import { textOf } from '../key-text.ts';
import { type BookKind, type BookShelf, countedAt } from '../load/book-shelf.ts';
import { fetchRecords, type Runs, type WantedRecords } from '../load/fetch-records.ts';
import { heldItems } from '../load/held-items.ts';
import { RecordsFound } from '../load/records-found.ts';
import { latestOfKey, orderList, ordersOfMonth, pageOf, statusCounts, takingOrders } from './order-list.ts';

/** Reads from the tables. What takes more than one query is read in a transaction of its own, of one moment. */
export class DatabaseReader implements Reader {
  readonly #database: Database;
  readonly #shelf: BookShelf;

  constructor(database: Database, shelf: BookShelf) {
    this.#database = database;
    this.#shelf = shelf;
  }

  records<Kind extends RecordKind>(kind: Kind): RecordReader<Kind> {
    const fetch = async (wanted: WantedRecords): Promise<readonly RecordOf<Kind>[]> =>
      (await fetched(this.#database, wanted)).all(kind);
    return {
      byNumber: async (number) => (await fetch({ byNumber: [[kind, number]] }))[0] ?? null,
      ofOrder: (order) => fetch({ ofOrder: [[kind, order]] }),
      ofCustomers: (codes) => fetch({ ofCustomer: codes.map((code) => [kind, code] as const) }),
      all: () => fetch({ kind }),
    };
  }

  async order(number: OrderNumber): ReturnType<Reader['order']> {
    return (await withRecords(this.#database, [number]))[0] ?? null;
  }

  orders(filter: OrderFilter): ReturnType<Reader['orders']> {
    return this.#database.readAtOnce(async (session) => {
      const { numbers, next } = pageOf(await session.all(orderList(filter)), filter.limit);
      return { orders: await withRecords(session, numbers), next };
    });
  }

  async counts(): ReturnType<Reader['counts']> {
    const rows = await this.#database.all(statusCounts);
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  async month(month: Month): ReturnType<Reader['month']> {
    const candidates = await this.#database.readAtOnce(async (session) => {
      const rows = await session.all(ordersOfMonth(month));
      return withRecords(session, rows.map(({ number }) => textOf(number) as OrderNumber).sort(compareNumbers));
    });
    const orders = candidates.filter((candidate) => concerns(candidate, month));
    return { orders, records: eachOnce(orders) };
  }

  async books(): ReturnType<Reader['books']> {
    const found = await this.#database.readAtOnce((session) => this.#shelf.inForce(session));
    const book = <Kind extends BookKind>(kind: Kind) =>
      (found.get(kind) ?? null) as Extract<PublishedBook, { kind: Kind }> | null;
    return { prices: book('prices'), stock: book('stock'), customers: book('customers') };
  }

  openDemand(): Promise<readonly OpenDemand[]> {
    return this.#database.readAtOnce(async (session) => {
      const at = countedAt(await this.#shelf.inForce(session));
      const numbers = (await session.all(takingOrders(at))).map(({ number }) => textOf(number)).sort(compareNumbers);
      const { records, whole } = await fetchRecords(session, { orders: numbers });
      const found = new RecordsFound(records, { whole, countedAt: at });
      return numbers.flatMap((number) => found.demandOfOrder(number));
    });
  }

  heldItems(): Promise<readonly string[]> {
    return this.#database.readAtOnce(async (session) =>
      heldItems(session, countedAt(await this.#shelf.inForce(session))),
    );
  }

  async orderByKey(key: string): ReturnType<Reader['orderByKey']> {
    return this.#database.readAtOnce(async (session) => {
      const [row] = await session.all(latestOfKey(key));
      if (row === undefined) return null;
      const found = await fetched(session, { byNumber: [['order', textOf(row.number)]] });
      return found.of('order').get(textOf(row.number) as OrderNumber);
    });
  }
}

/** What is found without a stock book: nobody asks these what they hold. */
async function fetched(over: Runs, wanted: WantedRecords): Promise<RecordsFound> {
  const { records, whole } = await fetchRecords(over, wanted);
  return new RecordsFound(records, { whole, countedAt: null });
}

async function withRecords(over: Runs, numbers: readonly OrderNumber[]): Promise<readonly OrderWithRecords[]> {
  const found = await fetched(over, { orders: numbers });
  return numbers.flatMap((number) => found.orderWithRecords(number) ?? []);
}
