import { type CheckContext, contextOf, firstLine, type Given, type LineInCheck } from '../check/context.ts';
import { itemNamed } from '../check/item-index.ts';
import { suggestItem } from '../check/item-suggestion.ts';
import { findListPrice } from '../check/line-price.ts';
import { asRows } from './as-rows.ts';
import { type ItemLookup, type LookupAnswer, nothing } from './lookup.ts';
import { type StockDesk, stockDesk } from './stock-desk.ts';

/**
 * What the checks would say of a row that asked the same, alone in its sheet: the list price they expect (R18), what is free
 * and from when on, less what open orders hold (R21, R22). Each question is answered as if it were the only one: a formula
 * takes nothing from another.
 */
export function answerLookups(asked: readonly ItemLookup[], given: Given): readonly LookupAnswer[] {
  const context = contextOf(asRows(asked, given.knowledge), given);
  const stock = stockDesk(context);
  // contextOf keeps the orders as they came, one a question.
  return context.orders.map((order, at) => answer(asked[at] as ItemLookup, firstLine(order), context, stock));
}

function answer(asked: ItemLookup, line: LineInCheck, context: CheckContext, stock: StockDesk): LookupAnswer {
  switch (asked.ask) {
    case 'price':
      return priceOf(line, context);
    case 'available':
      return notMeant(line, context) ?? stock.free(line, asked.by ?? null);
    case 'earliest':
      return notMeant(line, context) ?? stock.firstDay(line, asked.quantity);
  }
}

function priceOf(line: LineInCheck, context: CheckContext): LookupAnswer {
  const { customer } = line.order;
  if (!context.knowledge.prices) return nothing('no-price-list');
  if (customer.kind === 'unknown') return nothing('customer-unknown');
  if (customer.kind === 'ambiguous')
    return nothing('customer-ambiguous', customer.entries.map(({ code }) => code).join(', '));
  const missing = notMeant(line, context);
  if (missing) return missing;
  const list = findListPrice(line, context);
  // The row counts in the item's own unit, so only the class is left to be unclear.
  if (list === null) return nothing('price-by-class');
  switch (list.kind) {
    case 'price':
      return { found: 'price', price: list.price };
    case 'ambiguous':
      return nothing('price-ambiguous', list.prices.map(({ price }) => price).join(', '));
    case 'none':
      return nothing(noPrice[list.because]);
  }
}

const noPrice = { 'no-price': 'no-price', currency: 'price-currency', 'not-valid': 'price-not-valid' } as const;

/** Which item is meant isn't clear; null when it is, or nobody can say without a price list. */
function notMeant({ item, parsed }: LineInCheck, { knowledge: { prices } }: CheckContext): LookupAnswer | null {
  if (item.kind === 'ambiguous')
    return nothing('item-ambiguous', [...new Set(item.entries.map(({ code }) => code))].slice(0, 6).join(', '));
  if (item.kind !== 'unknown' || !prices) return null;
  const named = itemNamed(parsed);
  return nothing('item-unknown', (named && suggestItem(prices, { itemCode: named })?.item.code) || undefined);
}
