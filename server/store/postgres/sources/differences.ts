import { sql } from 'kysely';
import { type Decimal, sum } from '../../../../core/value/decimal.ts';
import type { Disagreement } from '../../kept-companies.ts';
import { build } from '../connection/queries.ts';
import { differences } from '../derived/facts.ts';
import { BookShelf } from '../load/book-shelf.ts';
import type { Runs } from '../load/fetch-records.ts';
import { areOfTheBooks, openDemand } from './renew.ts';
import { type AllocationRow, rowsFrom, type SourceRow, uncovered } from './rows.ts';

/**
 * Where the sources and who takes them are not what follows from the records; none where
 * all agrees. Which of several sources an order takes is not compared: that depends on who came first.
 * @param over of one moment (`Database.readAtOnce`)
 */
export async function sourceDifferences(over: Runs): Promise<readonly Disagreement[]> {
  const books = await new BookShelf().inForce(over);
  // Made anew before anybody looks at them.
  if (!(await areOfTheBooks(over, books))) return [];
  const wanted = factsOf(rowsFrom(books, await openDemand(over, books)));
  const found = factsOf({ sources: await over.all(allSources), allocations: await over.all(allAllocations) });
  return differences(found, wanted);
}

const allSources = sql<SourceRow>`
  SELECT stock_key, nth, arrives, warehouse, batch, unit, trim_scale(quantity)::text AS quantity,
    trim_scale(allocated)::text AS allocated, trim_scale(shortfall)::text AS shortfall FROM sources`.compile(build);
const allAllocations = sql<AllocationRow>`
  SELECT order_number, stock_key, nth, trim_scale(quantity)::text AS quantity FROM allocations`.compile(build);

type Rows = ReturnType<typeof rowsFrom>;

/** What must agree, each under a name of its own. */
function factsOf({ sources, allocations }: Rows): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  const bySource = totals(allocations, ({ stock_key, nth }) => `${stock_key} ${nth}`);
  for (const { stock_key, nth, arrives, warehouse, batch, unit, quantity, allocated, shortfall } of sources) {
    facts.set(`source ${stock_key} ${nth}`, JSON.stringify({ arrives, warehouse, batch, unit, quantity }));
    const taken = bySource.get(`${stock_key} ${nth}`) ?? '0';
    facts.set(
      `allocations of ${stock_key} ${nth}`,
      taken === allocated ? 'as its orders take' : `${allocated} for ${taken}`,
    );
    if (nth === uncovered) facts.set(`shortfall of ${stock_key}`, `${shortfall} of ${allocated}`);
    else facts.set(`limit of ${stock_key} ${nth}`, shortfall);
  }
  const byOrder = totals(allocations, ({ order_number, stock_key }) => `${order_number} takes of ${stock_key}`);
  for (const [fact, total] of byOrder) facts.set(fact, total);
  return facts;
}

const totals = (rows: readonly AllocationRow[], nameOf: (row: AllocationRow) => string): ReadonlyMap<string, Decimal> =>
  new Map(
    Array.from(Map.groupBy(rows, nameOf), ([name, group]) => [
      name,
      sum(group.map(({ quantity }) => quantity as Decimal)),
    ]),
  );
