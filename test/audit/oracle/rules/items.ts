import type { Listed } from '../books.ts';
import { written } from '../exact.ts';
import { cellOf, type OrderRow, sure } from '../order-row.ts';
import type { RawCell } from '../raw-workbook.ts';
import { same } from '../reading.ts';
import { fine, type Step, wrong } from '../said.ts';
import { orderOf, type World } from '../world.ts';

/** Where the row names its item: the code, else the barcode. */
export const itemCell = (row: OrderRow): RawCell =>
  cellOf(row, row.text.code || !row.cell.barcode ? 'code' : 'barcode');

/** R10: the price list has the item, once. */
export function knownItem(row: OrderRow, world: World): Step[] {
  const item = world.meant(row);
  const cell = itemCell(row);
  const spelled = cell.text.trim();
  switch (item.kind) {
    case 'unnamed':
      return [];
    case 'one':
      return [fine(`${item.by}: the price list has it`, cell, ...item.rows.map(({ cells }) => cells.code).slice(0, 2))];
    case 'none':
      return [
        wrong(
          { code: 'item.unknown', at: cell.address, actual: spelled, ...lookalike(spelled, row, world) },
          `no row of the price list has ${item.by}`,
          cell,
        ),
      ];
    default:
      return [
        wrong(
          { code: 'item.ambiguous', at: cell.address, actual: spelled },
          item.kind === 'several'
            ? `${item.by} fits several things of the list`
            : `code and barcode are not of one thing (${item.by})`,
          cell,
          ...(item.kind === 'contradiction' ? [cellOf(row, 'barcode')] : []),
          ...differing(item.rows),
        ),
      ];
  }
}

const differing = (rows: readonly Listed[]): RawCell[] =>
  rows.slice(0, 3).flatMap(({ cells }) => [cells.code, ...(cells.size ? [cells.size] : [])]);

/**
 * A code one slip away from the only code of the row's own name may be that code: a digit left out, doubled, swapped, mistyped.
 * Certain is only what differs in signs, O and 0, and zeros; of zeros within it only where the row's name and size are
 * this one's alone.
 */
function lookalike(spelled: string, row: OrderRow, { list }: World): { expected?: string; fix?: string } {
  if (!row.text.code) return {};
  const bare = (code: string): string =>
    same(code)
      .replace(/[-_./]/g, '')
      .replace(/o/g, '0')
      .replace(/[il]/g, '1')
      .replace(/^0+(?=.)/, '');
  const sightAlike = distinct(list.rows.filter(({ code }) => code && bare(code) === bare(spelled)));
  const namesakes = list.byName.get(same(row.text.name ?? '')) ?? [];
  const near = distinct(namesakes.filter(({ code }) => isOneSlip(same(code), same(spelled))));
  const [seen, typed] = [onlyOne(sightAlike), sightAlike.length > 0 ? undefined : onlyOne(near)];
  if (seen !== undefined) return { expected: seen, fix: seen };
  if (typed === undefined) return {};
  const ofSize = namesakes.filter(({ size }) => same(size ?? '') === same(row.text.size ?? ''));
  const isZeroLost = withoutZeros(typed) === withoutZeros(spelled) && onlyOne(distinct(ofSize)) === typed;
  return { expected: typed, ...(isZeroLost && { fix: typed }) };
}

const withoutZeros = (code: string): string => same(code).replace(/(?<!\d)0+(?=\d)/g, '');

const onlyOne = (codes: readonly string[]): string | undefined => (codes.length === 1 ? codes[0] : undefined);

/** The codes of the rows, each as the list writes it first. */
const distinct = (rows: readonly Listed[]): string[] => [
  ...new Map(rows.toReversed().map(({ code }) => [same(code), code])).values(),
];

function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  for (let at = 0; at < long.length; at += 1) {
    if (long.length > short.length && long.slice(0, at) + long.slice(at + 1) === short) return true;
    if (long.length === short.length) {
      if (long.slice(0, at) + long.slice(at + 1) === short.slice(0, at) + short.slice(at + 1)) return true;
      const swapped = long.slice(0, at) + (long[at + 1] ?? '') + (long[at] ?? '') + long.slice(at + 2);
      if (swapped === short) return true;
    }
  }
  return false;
}

/** R47: what the row says besides the code is what the list says: another item's name and another size are said. */
export function agrees(row: OrderRow, world: World): Step[] {
  const item = world.meant(row);
  if (item.kind !== 'one') return [];
  return [...agreesInName(row, item.rows, world), ...agreesInSize(row, item.rows), ...agreesInUnit(row, item.rows)];
}

function agreesInName(row: OrderRow, rows: readonly Listed[], { list }: World): Step[] {
  const named = rows.find(({ name }) => name);
  if (!row.text.name || !named?.cells.name) return [];
  const cell = cellOf(row, 'name');
  if (rows.some(({ name }) => same(name) === same(cell.text)))
    return [fine('the list has this name', cell, named.cells.name)];
  if (!list.byName.has(same(cell.text)))
    return [fine('the name is written otherwise, but is no other item’s', cell, named.cells.name)];
  return [
    wrong(
      { code: 'item.name-differs', at: cell.address, expected: named.name, actual: cell.text },
      'the name is that of another item of the list',
      cell,
      named.cells.name,
    ),
  ];
}

/** A size may be written shorter or with other signs, each word of the one being a word of the other; 40 is no 40.5, L no XL. */
function agreesInSize(row: OrderRow, rows: readonly Listed[]): Step[] {
  const sized = rows.find(({ size }) => size);
  if (!row.text.size || !sized?.cells.size) return [];
  const cell = cellOf(row, 'size');
  const [said, listed] = [wordsIn(cell.text), wordsIn(sized.size)];
  if (said.every((word) => listed.includes(word)) || listed.every((word) => said.includes(word)))
    return [fine('the list has this size', cell, sized.cells.size)];
  return [
    wrong(
      { code: 'item.specification-differs', at: cell.address, expected: sized.size.trim(), actual: cell.text.trim() },
      `the list says ${sized.size}`,
      cell,
      sized.cells.size,
    ),
  ];
}

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s()/,、_-]+/)
    .filter((word) => word);

function agreesInUnit(row: OrderRow, [listed]: readonly Listed[]): Step[] {
  if (!row.text.unit || !listed?.unit || !listed.cells.unit) return [];
  const cell = cellOf(row, 'unit');
  if (same(cell.text) !== same(listed.unit)) throw new Error(`${cell.address}: the oracle has not been taught units`);
  return [fine('the list has this unit', cell, listed.cells.unit)];
}

/** R24: what is sold no more isn't ordered. */
export function stillSold(row: OrderRow, world: World): Step[] {
  const item = world.meant(row);
  if (item.kind !== 'one' || world.layout.prices.columns.stopped === undefined) return [];
  const stopped = item.rows.find(({ isStopped }) => isStopped);
  const { code, stopped: mark } = (stopped ?? item.rows[0])?.cells ?? {};
  const cell = itemCell(row);
  if (!stopped) return [fine('the list still sells it', ...[code, mark].filter((one) => one !== undefined))];
  return [
    wrong(
      { code: 'item.discontinued', at: cell.address, actual: stopped.code },
      `the list marks it “${mark?.text}”`,
      cell,
      ...[code, mark].filter((one) => one !== undefined),
    ),
  ];
}

/** The same thing twice in one order, at one price and for one date; a return, a part that has left and a gift stand apart. */
export function orderedOnce(row: OrderRow, world: World): Step[] {
  const key = purpose(row, world);
  if (key === null) return [];
  const first = orderOf(world, row).find((other) => purpose(other, world) === key);
  const cell = itemCell(row);
  if (!first || first === row) return [fine('no earlier row of the order orders the same', cell)];
  const item = world.meant(row);
  return [
    wrong(
      {
        code: 'line.duplicate',
        at: cell.address,
        actual: item.kind === 'one' ? item.rows[0]?.code || item.rows[0]?.barcode || '' : cell.text.trim(),
        facts: { first: itemCell(first).name },
      },
      `row ${first.number} of the same order says the same`,
      cell,
      itemCell(first),
    ),
  ];
}

function purpose(row: OrderRow, world: World): string | null {
  const item = world.meant(row);
  if (item.kind === 'unnamed') return null;
  const named = item.kind === 'one' ? sizeOf(item.rows) : same(row.text.code || row.text.barcode);
  const number = (value: OrderRow['price']): string => (sure(value) ? written(value) : '');
  const isReturn = sure(row.quantity) && row.quantity.over < 0n;
  return JSON.stringify([
    named,
    same(row.text.size ?? ''),
    same(row.text.unit ?? ''),
    number(row.price),
    number(row.discount),
    sure(row.due) ? row.due : '',
    sure(row.shipped) ? row.shipped : '',
    isReturn,
  ]);
}

const sizeOf = (rows: readonly Listed[]): string => {
  const sized = rows.find(({ size }) => size);
  return `${same(rows[0]?.code ?? '')}|${sized ? same(sized.size) : same(rows[0]?.barcode ?? '')}`;
};
