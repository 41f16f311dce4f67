import type { CheckPolicy } from '../policy/check-policy.ts';
import type { Role } from '../policy/roles.ts';
import type { ParsedBatch, ParsedLine, ParsedOrder } from '../sheet/parsed-order.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { CheckInput } from './check-input.ts';
import { currencyCode } from './currency.ts';
import { findCustomer } from './customer-index.ts';
import { findItem } from './item-index.ts';
import type { Customer, Item, Knowledge } from './knowledge.ts';
import { lineAmount } from './line-amount.ts';
import type { Match } from './match.ts';

/** What every rule is given: the rows with their customer and item looked up once, and what they are checked against. */
export interface CheckContext {
  readonly knowledge: Knowledge;
  readonly today: PlainDate;
  /** The house's own, ISO 4217: what credit limits are in. */
  readonly currency: string;
  readonly policy: CheckPolicy;
  /** Who asks, as far as it matters: his authority for discounts (R17). */
  readonly roles: readonly Role[];
  /** The tax prices hold where a row names none: 0.13 = 13 %. */
  readonly taxRate: Decimal;
  readonly batch: ParsedBatch;
  readonly tables: ParsedBatch['tables'];
  readonly orders: readonly OrderInCheck[];
  /** All rows of all orders in the order of the sheets: the running order. */
  readonly lines: readonly LineInCheck[];
}

export interface OrderInCheck {
  readonly parsed: ParsedOrder;
  readonly customer: Match<Customer>;
  readonly currency: string;
  /** As they stand in the sheet; at least one. */
  readonly lines: readonly LineInCheck[];
}

export interface LineInCheck {
  /** Among all rows of the check: where what was worked out of a row is kept, an array is cheaper than a table of rows. */
  readonly index: number;
  readonly order: OrderInCheck;
  readonly parsed: ParsedLine;
  readonly item: Match<Item>;
  /** What the row's amount must be; null while quantity or price is missing. */
  readonly amount: Decimal | null;
}

/** A row whose amount is worked out when somebody asks for it, once. */
class CheckedRow implements LineInCheck {
  readonly index: number;
  readonly order: OrderInCheck;
  readonly parsed: ParsedLine;
  readonly item: Match<Item>;
  #amount: Decimal | null | undefined;

  constructor(index: number, order: OrderInCheck, parsed: ParsedLine, item: Match<Item>) {
    this.index = index;
    this.order = order;
    this.parsed = parsed;
    this.item = item;
  }

  get amount(): Decimal | null {
    if (this.#amount === undefined) this.#amount = lineAmount(this.parsed);
    return this.#amount;
  }
}

/** What a check is told besides the rows. */
export type Given = Required<Omit<CheckInput, 'batch' | 'sheets'>>;

export function contextOf(batch: ParsedBatch, given: Given): CheckContext {
  const { knowledge, currency, ...rest } = given;
  const usual = knowledge.prices?.currency ?? currency;
  let index = 0;
  const orders = batch.orders.map((parsed): OrderInCheck => {
    const lines: LineInCheck[] = [];
    const order: OrderInCheck = {
      parsed,
      customer: findCustomer(knowledge.customers, parsed.customer),
      currency: parsed.currency ? currencyCode(parsed.currency, usual) : usual,
      lines,
    };
    for (const line of inSheetOrder(parsed.lines, bySheet))
      lines.push(new CheckedRow(index++, order, line, findItem(knowledge.prices, line)));
    return order;
  });
  const lines = inSheetOrder(
    orders.flatMap((order) => order.lines),
    (a, b) => bySheet(a.parsed, b.parsed),
  );
  return { ...rest, knowledge, currency, batch, tables: batch.tables, orders, lines };
}

/** As the rows stand in the sheets. */
export const bySheet = (a: ParsedLine, b: ParsedLine): number => a.table - b.table || a.row - b.row;

/** Rows nearly always come in order already; sorting would copy them twice over. */
const inSheetOrder = <Row>(rows: readonly Row[], compare: (a: Row, b: Row) => number): readonly Row[] =>
  rows.every((row, at) => at === 0 || compare(rows[at - 1] as Row, row) <= 0) ? rows : rows.toSorted(compare);

/** Orders as they begin in the sheets: who comes first gets first. */
export const ordersInSheetOrder = ({ orders }: CheckContext): readonly OrderInCheck[] =>
  orders.toSorted((a, b) => bySheet(firstLine(a).parsed, firstLine(b).parsed));

/** The row an order begins with. */
export function firstLine({ lines: [first] }: OrderInCheck): LineInCheck {
  if (!first) throw new Error('an order without lines');
  return first;
}
