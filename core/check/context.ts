import type { ParsedBatch, ParsedLine, ParsedOrder } from '../sheet/parsed-order.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
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
  readonly tables: ParsedBatch['tables'];
  readonly orders: readonly OrderInCheck[];
  /** All rows of all orders in the order of the sheets: the running order. */
  readonly lines: readonly LineInCheck[];
}

export interface OrderInCheck {
  readonly parsed: ParsedOrder;
  readonly customer: Match<Customer>;
  readonly currency: string;
  readonly lines: readonly LineInCheck[];
}

export interface LineInCheck {
  readonly order: OrderInCheck;
  readonly parsed: ParsedLine;
  readonly item: Match<Item>;
  /** What the row's amount must be; null while quantity or price is missing. */
  readonly amount: Decimal | null;
}

/** @param currency of orders that name none, where no price book names one either. ISO 4217. */
export function contextOf(batch: ParsedBatch, knowledge: Knowledge, today: PlainDate, currency: string): CheckContext {
  const usual = knowledge.prices?.currency ?? currency;
  const orders = batch.orders.map((parsed): OrderInCheck => {
    const lines: LineInCheck[] = [];
    const order: OrderInCheck = {
      parsed,
      customer: findCustomer(knowledge.customers, parsed.customer),
      currency: parsed.currency ? currencyCode(parsed.currency, usual) : usual,
      lines,
    };
    for (const line of parsed.lines)
      lines.push({ order, parsed: line, item: findItem(knowledge.prices, line), amount: lineAmount(line) });
    return order;
  });
  const lines = orders.flatMap((order) => order.lines).sort(inSheetOrder);
  return { knowledge, today, tables: batch.tables, orders, lines };
}

const inSheetOrder = ({ parsed: a }: LineInCheck, { parsed: b }: LineInCheck): number =>
  a.table - b.table || a.row - b.row;
