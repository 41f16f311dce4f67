import type { Counted, Listed } from '../books.ts';
import { type Exact, least, minus, plus, whole, written } from '../exact.ts';
import { cellOf, type OrderRow, sure } from '../order-row.ts';
import { same } from '../reading.ts';
import { fine, type Said, type Step, wrong } from '../said.ts';
import type { World } from '../world.ts';
import { itemCell } from './items.ts';

/**
 * R21, R23: the shelf is handed out row by row as the rows stand. A row takes what it wants or what is left; what has left already
 * and what comes back take nothing; a row with another mistake takes its share all the same, it will be mended.
 */
export function stockSteps(world: World): ReadonlyMap<OrderRow, Step[]> {
  const shelves = new Map<string, Shelf>();
  const steps = new Map<OrderRow, Step[]>();
  for (const row of world.rows) {
    const item = world.meant(row);
    const wants = item.kind === 'one' && sure(row.quantity) && row.quantity.over > 0n && !row.text.shipped;
    if (!wants) continue;
    const counted = world.stock.filter((count) => isCountOf(count, item.rows, world));
    const cell = cellOf(row, 'quantity');
    const [first] = counted;
    if (!first) {
      const actual = written(row.quantity as Exact);
      const said = { code: 'stock.unlisted', at: cell.address, actual } as const;
      steps.set(row, [wrong(said, 'no row of the stock sheet counts it', cell)]);
      continue;
    }
    const shelf = shelves.get(first.cell.address) ?? { left: sumOf(counted), taken: new Map() };
    shelves.set(first.cell.address, shelf);
    steps.set(row, [taking(row, row.quantity as Exact, shelf, counted)]);
  }
  return steps;
}

interface Shelf {
  left: Exact;
  /** By order number, in the order they came. */
  readonly taken: Map<string, Exact>;
}

/** The stock sheet counts the very thing: its code, and where the list has sizes of the code, the size or the barcode. */
function isCountOf({ barcode, code, size }: Counted, rows: readonly Listed[], { list }: World): boolean {
  const [first] = rows;
  if (!first || same(code) !== same(first.code)) return false;
  if ((list.byCode.get(same(code)) ?? []).every(({ size }) => same(size) === same(first.size))) return true;
  return barcode
    ? rows.some((row) => same(row.barcode) === same(barcode))
    : rows.some((row) => same(row.size) === same(size));
}

const sumOf = (counted: readonly Counted[]): Exact => counted.map(({ onHand }) => onHand).reduce(plus, whole(0));

function taking(row: OrderRow, wanted: Exact, shelf: Shelf, counted: readonly Counted[]): Step {
  const cell = cellOf(row, 'quantity');
  const used = [itemCell(row), cell, ...counted.flatMap(({ cell, named }) => [named, cell])];
  const got = least(wanted, shelf.left);
  const before = written(shelf.left);
  const holders = [...shelf.taken].filter(([, quantity]) => quantity.over > 0n);
  shelf.left = minus(shelf.left, got);
  shelf.taken.set(row.text.order, plus(shelf.taken.get(row.text.order) ?? whole(0), got));
  const counts = `${written(sumOf(counted))} counted${holders.length > 0 ? `, taken by ${holdersText(holders)}` : ''}`;
  const short = minus(wanted, got);
  if (short.over === 0n) return fine(`${written(wanted)} wanted, ${before} left (${counts})`, ...used);
  return wrong(
    {
      code: 'stock.short',
      at: cell.address,
      expected: written(got),
      actual: written(wanted),
      facts: factsOf(short, holders),
    },
    `${written(wanted)} wanted, ${before} left (${counts}): ${written(short)} short`,
    ...used,
  );
}

/** The first five who hold it are named. */
function factsOf(short: Exact, holders: readonly (readonly [string, Exact])[]): NonNullable<Said['facts']> {
  const others = holders
    .slice(5)
    .map(([, quantity]) => quantity)
    .reduce(plus, whole(0));
  const held = [
    ...holders.slice(0, 5).map(([order, quantity]) => `${order} ${written(quantity)}`),
    ...(others.over > 0n ? [`others ${written(others)}`] : []),
  ];
  return { short: written(short), ...(held.length > 0 && { held: held.join(', ') }) };
}

const holdersText = (holders: readonly (readonly [string, Exact])[]): string =>
  holders.map(([order, quantity]) => `${order} (${written(quantity)})`).join(', ');
