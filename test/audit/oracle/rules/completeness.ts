import { priceRowFor } from '../books.ts';
import { written } from '../exact.ts';
import { type Column, cellOf, type OrderRow } from '../order-row.ts';
import { same } from '../reading.ts';
import { fine, type Step, wrong } from '../said.ts';
import { orderOf, type World } from '../world.ts';

/** R10: customer, item, quantity and price stand there; a customer once an order, at its first row. */
export function complete(row: OrderRow, world: World): Step[] {
  const isFirst = orderOf(world, row)[0] === row;
  const isNamed = row.text.code || row.text.barcode;
  return [
    ...(isFirst ? [filled(row, 'customer', 'customerName')] : []),
    isNamed
      ? fine('the item is named', cellOf(row, row.text.code ? 'code' : 'barcode'))
      : missing(row, 'code', 'itemCode'),
    filled(row, 'quantity', 'quantity'),
    row.text.price ? fine('there is a price', cellOf(row, 'price')) : withoutPrice(row, world),
  ];
}

const filled = (row: OrderRow, column: Column, field: string): Step =>
  row.text[column] ? fine(`${column} is filled in`, cellOf(row, column)) : missing(row, column, field);

const missing = (row: OrderRow, column: Column, field: string): Step => {
  const cell = cellOf(row, column);
  return wrong({ code: 'field.missing', at: cell.address, facts: { field } }, `nothing stands in ${cell.name}`, cell);
};

/** The list says what the price must be, where item and quantity are clear. */
function withoutPrice(row: OrderRow, world: World): Step {
  const cell = cellOf(row, 'price');
  const item = world.meant(row);
  const { quantity } = row;
  const listed =
    item.kind === 'one' && quantity && quantity !== 'unreadable' && quantity.over > 0n
      ? priceRowFor(item.rows, quantity)
      : undefined;
  const price = listed?.price ? written(listed.price) : undefined;
  return wrong(
    {
      code: 'field.missing',
      at: cell.address,
      facts: { field: 'unitPrice' },
      ...(price !== undefined && { expected: price, fix: price }),
    },
    `no price stands in ${cell.name}${price === undefined ? '' : `; the list says ${price}`}`,
    cell,
    ...(listed ? [listed.cells.price] : []),
  );
}

const numbers = ['quantity', 'price', 'discount', 'amount'] as const;
const dates = ['ordered', 'due', 'shipped'] as const;

/** Numbers are numbers, dates are dates. */
export function legible(row: OrderRow): Step[] {
  return [...numbers, ...dates]
    .filter((column) => row.cell[column] !== undefined && row.text[column] !== '')
    .map((column) => {
      const cell = cellOf(row, column);
      return row[column] === 'unreadable'
        ? wrong(
            { code: 'field.unreadable', at: cell.address, actual: cell.text },
            `“${cell.text}” can't be told as ${column}`,
            cell,
          )
        : fine(`${column} can be read`, cell);
    });
}

/** R10: the customer is in the customer list; said once an order, at its first row. */
export function knownCustomer(row: OrderRow, world: World): Step[] {
  const { customers } = world;
  const cell = cellOf(row, 'customer');
  if (!customers || orderOf(world, row)[0] !== row || cell.kind === 'empty') return [];
  const found = customers.get(same(cell.text));
  if (found) return [fine('the customer list has this customer', cell, found)];
  return [
    wrong(
      { code: 'customer.unknown', at: cell.address, actual: cell.text },
      `no row of the customer list says “${cell.text}”`,
      cell,
    ),
  ];
}

/** An order has one customer: the rows under one number name the same. */
export function oneCustomer(row: OrderRow, world: World): Step[] {
  const [first = row] = orderOf(world, row);
  const [mine, theirs] = [cellOf(row, 'customer'), cellOf(first, 'customer')];
  if (first === row || mine.kind === 'empty') return [];
  if (same(mine.text) === same(theirs.text)) return [fine('the same customer as the order’s first row', mine, theirs)];
  return [
    wrong(
      { code: 'customer.conflict', at: mine.address, expected: theirs.text, actual: mine.text },
      `the order's first row names ${theirs.text}`,
      mine,
      theirs,
    ),
  ];
}
