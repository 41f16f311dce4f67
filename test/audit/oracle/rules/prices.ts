import { type Listed, priceRowFor } from '../books.ts';
import { against, type Exact, exactly, minus, per, rounded, times, whole, written } from '../exact.ts';
import { cellOf, type OrderRow, sure } from '../order-row.ts';
import type { RawCell } from '../raw-workbook.ts';
import { fine, type Step, wrong } from '../said.ts';
import type { World } from '../world.ts';
import { itemCell } from './items.ts';

const decimal = (text: string): Exact => exactly(text) ?? whole(0);
const one = whole(1);

/** R10: more than nothing is ordered; goods that come back are no order. */
export function ordersSomething(row: OrderRow): Step[] {
  if (!sure(row.quantity)) return [];
  const cell = cellOf(row, 'quantity');
  const quantity = written(row.quantity);
  if (row.quantity.over > 0n) return [fine(`${quantity} is more than nothing`, cell)];
  const actual = { code: 'quantity.not-positive', at: cell.address, actual: quantity } as const;
  return [wrong(actual, `${quantity} is not more than nothing`, cell)];
}

/** A price is above zero and has at most four decimals. */
export function soundPrice(row: OrderRow): Step[] {
  if (!sure(row.price)) return [];
  const cell = cellOf(row, 'price');
  const price = written(row.price);
  const net = afterDiscount(row.price, row);
  const steps: Step[] = [];
  if (row.price.over < 0n)
    steps.push(wrong({ code: 'price.negative', at: cell.address, actual: price }, `${price} is below zero`, cell));
  else if (net.over === 0n)
    steps.push(wrong({ code: 'price.zero', at: cell.address, actual: price }, 'the goods would cost nothing', cell));
  else steps.push(fine(`${price} is above zero`, cell));
  const short = rounded(row.price, 4);
  if (against(short, row.price) !== 0)
    steps.push(
      wrong(
        { code: 'price.too-precise', at: cell.address, expected: written(short), actual: price, fix: written(short) },
        `${price} has more than four decimals`,
        cell,
      ),
    );
  return steps;
}

const afterDiscount = (price: Exact, { discount }: OrderRow): Exact =>
  sure(discount) ? times(price, minus(one, discount)) : price;

/** The list row that holds for the row, where item and quantity are clear. */
export function listFor(row: OrderRow, world: World): Listed | undefined {
  const item = world.meant(row);
  return item.kind === 'one' && sure(row.quantity) && row.quantity.over > 0n
    ? priceRowFor(item.rows, row.quantity)
    : undefined;
}

/** The row's item, the list's row of it and the price there. */
const lookedUp = (row: OrderRow, { cells: { barcode, code, from, price } }: Listed): RawCell[] =>
  [itemCell(row), row.text.code ? code : barcode, from, price].filter((cell) => cell !== undefined);

/** R16, R18: the unit price is the list's at this quantity, before any discount of its own column. */
export function priceOfList(row: OrderRow, world: World): Step[] {
  const listed = listFor(row, world);
  if (!sure(row.price) || !listed?.price) return [];
  // That goods cost nothing or less has been said.
  if (row.price.over <= 0n) return [];
  const cell = cellOf(row, 'price');
  const [said, right] = [written(row.price), written(listed.price)];
  const used = [cell, ...lookedUp(row, listed)];
  if (against(row.price, listed.price) === 0) return [fine(`${said} is the list price`, ...used)];
  if (!isDiscounted(row) && !isWithin('0.03', row.price, listed.price))
    return [fine(`${said} is not the list price ${right}: said below, as more than sales may grant`, ...used)];
  return [
    wrong(
      { code: 'price.not-list', at: cell.address, expected: right, actual: said, fix: right },
      `the list says ${right}, the row ${said}`,
      ...used,
    ),
  ];
}

/** docs/policy.md, Review and approval 2. */
const authorities = [
  ['sales', '0.03'],
  ['service-supervisor', '0.05'],
  ['sales-manager', '0.1'],
  ['director', '0.15'],
  ['general-manager', '1'],
] as const;

const isDiscounted = ({ discount }: OrderRow): boolean => sure(discount) && discount.over !== 0n;

/** A limit worked out of a percentage can't always be typed: half of the last decimal place of the price is let pass. */
function isWithin(limit: string, net: Exact, listed: Exact): boolean {
  const decimals = Math.min(4, Math.max(2, (written(listed).split('.')[1] ?? '').length));
  const half = per(decimal('0.5'), whole(10 ** decimals));
  return against(net, minus(times(listed, minus(one, decimal(limit))), half)) >= 0;
}

/**
 * R17: what price and discount together take off the list price is within what sales may grant, else it is said who may: of a
 * discount how much it takes off, of a price by itself what the list price is.
 */
export function withinAuthority(row: OrderRow, world: World): Step[] {
  const found = listFor(row, world);
  const listed = found?.price;
  if (!sure(row.price) || !found || !listed || listed.over <= 0n) return [];
  const net = afterDiscount(row.price, row);
  if (net.over <= 0n) return [];
  const used = [cellOf(row, 'price'), ...(row.cell.discount ? [row.cell.discount] : []), ...lookedUp(row, found)];
  const off = minus(one, per(net, listed));
  const words = `${written(net)} after discount against ${written(listed)} is ${percent(off)} off`;
  if (isWithin('0.03', net, listed)) return [fine(`${words}: sales may grant 3 %`, ...used)];
  const [role = 'nobody'] = authorities.find(([, limit]) => isWithin(limit, net, listed)) ?? [];
  const right = written(listed);
  return [
    wrong(
      {
        code: 'discount.beyond-authority',
        ...(isDiscounted(row)
          ? { at: cellOf(row, 'discount').address, expected: '0.03', actual: written(rounded(off, 4)) }
          : { at: cellOf(row, 'price').address, expected: right, actual: written(row.price), fix: right }),
        facts: { role },
      },
      `${words}: more than the 3 % of sales; ${role} may grant it`,
      ...used,
    ),
  ];
}

const percent = (ratio: Exact): string => `${written(rounded(times(ratio, whole(100)), 2))} %`;

/** A discount takes off something between nothing and all. */
export function soundDiscount(row: OrderRow): Step[] {
  if (!sure(row.discount)) return [];
  const cell = cellOf(row, 'discount');
  const ratio = written(row.discount);
  if (row.discount.over >= 0n && against(row.discount, one) <= 0) return [fine(`${percent(row.discount)} off`, cell)];
  const said = { code: 'discount.out-of-range', at: cell.address, actual: ratio } as const;
  return [wrong(said, `${percent(row.discount)} is not between nothing and all`, cell)];
}

/** R10: amount = quantity × unit price × (1 − discount), to the cent. */
export function rightAmount(row: OrderRow): Step[] {
  if (!sure(row.amount) || !sure(row.quantity) || !sure(row.price)) return [];
  const cell = cellOf(row, 'amount');
  const right = rounded(times(row.quantity, afterDiscount(row.price, row)), 2);
  const working = `${written(row.quantity)} × ${written(row.price)}${sure(row.discount) ? ` less ${percent(row.discount)}` : ''} = ${written(right)}`;
  const used = [cell, cellOf(row, 'quantity'), cellOf(row, 'price')];
  if (against(rounded(row.amount, 2), right) === 0) return [fine(working, ...used)];
  return [
    wrong(
      {
        code: 'amount.mismatch',
        at: cell.address,
        expected: written(right),
        actual: written(row.amount),
        fix: written(right),
      },
      `${working}, not ${written(row.amount)}`,
      ...used,
    ),
  ];
}
