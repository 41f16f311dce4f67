import { priceList, stockRows } from './books.ts';
import type { Layout } from './layout.ts';
import { type OrderRow, orderRows } from './order-row.ts';
import type { RawCell, RawSheet } from './raw-workbook.ts';
import { same } from './reading.ts';
import { differingPrices, sharedBarcodes } from './rules/books.ts';
import { complete, knownCustomer, legible, oneCustomer } from './rules/completeness.ts';
import { dueInTime, dueOnWorkingDay, dueSoon, notFromTomorrow } from './rules/dates.ts';
import { agrees, knownItem, orderedOnce, stillSold } from './rules/items.ts';
import {
  ordersSomething,
  priceOfList,
  rightAmount,
  soundDiscount,
  soundPrice,
  withinAuthority,
} from './rules/prices.ts';
import { stockSteps } from './rules/stock.ts';
import { repeatedOrders, totalAddsUp } from './rules/whole-orders.ts';
import type { Said, Step } from './said.ts';
import { meaning, type World } from './world.ts';

/** An order row with everything that was looked at to judge it. */
export interface WorkedRow {
  readonly row: OrderRow;
  readonly steps: readonly Step[];
}

/** What there is to say about a workbook, worked out of its raw cells alone. */
export interface WorkedOut {
  readonly rows: readonly WorkedRow[];
  /** About cells that are no order's: a total, a row of the price list. */
  readonly besides: readonly Step[];
  /** Checks for which the workbook lacks what they need. */
  readonly cannotCheck: readonly string[];
}

/** Every rule by itself, one after another; what can apply to a row is a step with its working, also where all is well. */
const rowRules: readonly ((row: OrderRow, world: World) => Step[])[] = [
  complete,
  legible,
  knownCustomer,
  oneCustomer,
  knownItem,
  agrees,
  stillSold,
  orderedOnce,
  ordersSomething,
  soundPrice,
  priceOfList,
  soundDiscount,
  withinAuthority,
  rightAmount,
  dueInTime,
  dueOnWorkingDay,
  dueSoon,
  notFromTomorrow,
];

export function workOut(sheets: readonly RawSheet[], layout: Layout, today: string): WorkedOut {
  const world = worldOf(sheets, layout, today);
  const [stock, repeated] = [stockSteps(world), repeatedOrders(world)];
  return {
    rows: world.rows.map((row) => ({
      row,
      steps: [...rowRules.flatMap((rule) => rule(row, world)), ...(stock.get(row) ?? []), ...(repeated.get(row) ?? [])],
    })),
    besides: [...totalAddsUp(world), ...sharedBarcodes(world), ...differingPrices(world)],
    cannotCheck: layout.cannotCheck,
  };
}

/** All that must be said of the workbook. */
export const everythingSaid = ({ besides, rows }: WorkedOut): readonly { said: Said; step: Step }[] =>
  [...rows.flatMap(({ steps }) => steps), ...besides].flatMap((step) => step.says.map((said) => ({ said, step })));

function worldOf(sheets: readonly RawSheet[], layout: Layout, today: string): World {
  const sheetOf = (name: string): RawSheet => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`there is no sheet ${name}`);
    return found;
  };
  const sheet = sheetOf(layout.orders.sheet);
  const { rows, totalRow } = orderRows(sheet, layout.orders);
  const list = priceList(sheetOf(layout.prices.sheet), layout.prices);
  return {
    layout,
    today,
    sheet,
    rows,
    totalRow,
    list,
    stock: stockRows(sheetOf(layout.stock.sheet), layout.stock),
    customers: layout.customers ? customersOf(sheetOf(layout.customers.sheet), layout.customers) : null,
    ofOrder: Map.groupBy(rows, ({ text }) => text.order),
    meant: meaning(list),
  };
}

function customersOf(sheet: RawSheet, { columns, headerRow }: NonNullable<Layout['customers']>): Map<string, RawCell> {
  const customers = new Map<string, RawCell>();
  for (let row = headerRow + 1; row <= sheet.lastRow; row += 1)
    for (const cell of [sheet.cell(columns.code, row), sheet.cell(columns.name, row)])
      if (cell.text) customers.set(same(cell.text), cell);
  return customers;
}
