import { answerOf, type StockAnswer } from '../stock/answer.ts';
import type { ItemStock } from '../stock/item-stock.ts';
import { type Measured, measured } from '../stock/measure.ts';
import { inPriority } from '../stock/priority.ts';
import type { Demand, Holder } from '../stock/source.ts';
import { type ItemNames, laterOf, Stock } from '../stock/stock.ts';
import { addDays, type PlainDate } from '../value/date.ts';
import { compare, zero } from '../value/decimal.ts';
import { bySheet, type CheckContext, type LineInCheck, type OrderInCheck } from './context.ts';
import type { StockBook } from './knowledge.ts';
import { openQuantityOf } from './open-quantity.ts';
import { ownOrders } from './own-orders.ts';
import { cellOf } from './place.ts';
import { standings } from './standing.ts';
import { itemNamesIn, stockNames } from './stock-names.ts';
import { countedIn } from './unit-conversion.ts';

/** What the stock has for a row that wants some. */
export type LineStock = { readonly line: LineInCheck; readonly wanted: Measured; readonly name: string } & (
  | { readonly kind: 'unlisted' }
  /** Counted in units nobody can convert. */
  | { readonly kind: 'incomparable'; readonly stock: ItemStock }
  | { readonly kind: 'answered'; readonly stock: ItemStock; readonly demand: Demand; readonly answer: StockAnswer }
);

export interface StockPlan {
  /**
   * Rows there may be something to say of, in the order of the sheets: without those that get all they want, most of a long
   * sheet, and without rows that want nothing or don't say which item.
   */
  readonly lines: readonly LineStock[];
  /** What all of them left. */
  readonly stock: Stock;
}

/**
 * Hands the stock out to the rows (R21, R22, R23): first what open orders on the server hold, then row by row in the
 * company's order of priority. A row with other errors still takes its share, it will be mended.
 */
export function planStock(context: CheckContext, book: StockBook): StockPlan {
  const { knowledge, lines, policy, today } = context;
  const names = itemNamesIn(knowledge.prices);
  const own = ownOrders(context);
  const ownNumbers = new Set(own.values());
  const openDemand = knowledge.openDemand.filter(({ orderNumber }) => !ownNumbers.has(orderNumber));
  const stock = new Stock({ book, openDemand, items: names, today });
  const asking = { today, names, holderOf: holdersOf(context), supplyOf: suppliesOf(context) };
  const served = inPriority(lines, { ...policy.precedence, today }, standings(context));
  // What was promised on the server keeps its place before what wasn't.
  const ranked =
    own.size === 0 ? served : [...served].sort((a, b) => Number(own.has(b.order)) - Number(own.has(a.order)));
  const planned: LineStock[] = [];
  for (const line of ranked) {
    const wanted = wantedOf(line);
    const served = wanted && serve(line, wanted, stock, asking);
    if (served) planned.push(served);
  }
  if (ranked !== lines) planned.sort((a, b) => bySheet(a.line.parsed, b.line.parsed));
  return { lines: planned, stock };
}

/** Null of rows that want nothing: returns, what has left, freight. */
function wantedOf({ item, parsed }: LineInCheck): Measured | null {
  const entry = item.kind === 'found' ? item.entry : undefined;
  const open = openQuantityOf(parsed);
  if (open === undefined || compare(open, zero) <= 0 || entry?.service) return null;
  return measured(open, countedIn(parsed), entry, parsed);
}

/** What a row's demand is made of, beside the row. */
interface Asking {
  readonly today: PlainDate;
  readonly names: ItemNames;
  readonly holderOf: (line: LineInCheck) => Holder;
  readonly supplyOf: (line: LineInCheck) => PlainDate | null;
}

/** Null when there is nothing to say, or while it isn't clear which item is meant. */
function serve(line: LineInCheck, wanted: Measured, all: Stock, asking: Asking): LineStock | null {
  const { item } = line;
  if (item.kind === 'found') return serveFrom(all.ofItem(item.entry), { line, wanted, name: item.entry.code }, asking);
  const words = stockNames(line, asking.names);
  const [name] = words;
  return name === undefined ? null : serveFrom(all.of(words), { line, wanted, name }, asking);
}

function serveFrom(
  stock: ItemStock | null,
  { line, wanted, name }: Pick<LineStock, 'line' | 'wanted' | 'name'>,
  { holderOf, supplyOf, today }: Asking,
): LineStock | null {
  if (!stock) return { kind: 'unlisted', line, wanted, name };
  const { quantity, unit } = wanted;
  if (!stock.pool.isComparable(unit)) return { kind: 'incomparable', line, wanted, name, stock };
  const { dueDate, warehouse, batch } = line.parsed;
  const demand: Demand = {
    holder: holderOf(line),
    quantity,
    unit,
    by: dueDate === undefined ? null : laterOf(dueDate, today),
    warehouse,
    batch,
    supplyFrom: supplyOf(line),
  };
  const taken = stock.pool.take(demand);
  if (taken.held === null) return null;
  return { kind: 'answered', line, wanted, name, stock, demand, answer: answerOf(demand, taken) };
}

/** The day new goods of a row's item can be there: its lead time from today, else the company's; null = nobody knows. */
export function suppliesOf({ policy, today }: CheckContext): (line: LineInCheck) => PlainDate | null {
  const known = new Map<number, PlainDate>();
  return ({ item }) => {
    const days = (item.kind === 'found' ? item.entry.leadTimeDays : undefined) ?? policy.leadTimeDays;
    if (days === null) return null;
    const day = known.get(days) ?? addDays(today, Math.ceil(days));
    known.set(days, day);
    return day;
  };
}

/** An order is named by its key; rows of a sheet without order numbers each by the cell of their quantity. */
function holdersOf({ tables }: CheckContext): (line: LineInCheck) => Holder {
  const known = new Map<OrderInCheck, Holder>();
  return (line) => {
    const { key } = line.order.parsed;
    const holder = known.get(line.order);
    if (holder) return holder;
    const made = holderNamed(key ?? placeName(line, tables), line.parsed.dueDate);
    if (key !== null) known.set(line.order, made);
    return made;
  };
}

const holderNamed = (order: string, dueDate: PlainDate | undefined): Holder => ({
  order,
  ...(dueDate !== undefined && { dueDate }),
});

function placeName(line: LineInCheck, tables: CheckContext['tables']): string {
  const { table, name } = cellOf({ line, field: 'quantity' }, tables);
  return tables.length > 1 ? `${table.sheet}!${name}` : name;
}
