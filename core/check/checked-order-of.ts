import type { ParsedLine } from '../sheet/parsed-order.ts';
import { sum } from '../value/decimal.ts';
import type { CheckedLine, CheckedOrder, OrderCustomer } from './checked-order.ts';
import type { LineInCheck, OrderInCheck } from './context.ts';
import { itemNamed } from './item-index.ts';
import { pricePerUnit } from './line-amount.ts';
import { specialWish } from './special-wish.ts';

/**
 * The order as it will be posted: names, units and addresses filled in from the books, amounts computed. Only check.ts calls
 * this, for orders without error; what is missing then was a rule's business to report, so it stops the program.
 */
export function checkedOrderOf(order: OrderInCheck): CheckedOrder {
  const { parsed, currency } = order;
  const lines = order.lines.map(checkedLineOf);
  // All but the brand, which only this cast gives.
  const content: Omit<CheckedOrder, symbol> = {
    key: parsed.key,
    customer: customerOf(order),
    currency,
    ...given(parsed, ['poNumber', 'orderDate', 'deliveryMethod', 'salesperson']),
    ...paymentTerms(order),
    lines,
    total: sum(lines.map(({ amount }) => amount)),
  };
  return content as CheckedOrder;
}

function customerOf({ customer, parsed }: OrderInCheck): OrderCustomer {
  const named = parsed.customer.code ?? parsed.customer.name ?? missing('customer');
  const book = customer.kind === 'found' ? customer.entry : undefined;
  return {
    code: book?.code ?? named,
    name: book?.name ?? parsed.customer.name ?? named,
    ...(book && given(book, ['customerClass', 'contact', 'phone', 'address'])),
    ...given(parsed, ['contact', 'phone', 'address']),
  };
}

function paymentTerms({ customer, parsed }: OrderInCheck): Pick<CheckedOrder, 'paymentTerms'> {
  const ofCustomer = customer.kind === 'found' ? given(customer.entry, ['paymentTerms']) : {};
  return { ...ofCustomer, ...given(parsed, ['paymentTerms']) };
}

function checkedLineOf({ amount, item, parsed }: LineInCheck): CheckedLine {
  const book = item.kind === 'found' ? item.entry : undefined;
  const wish = specialWish(parsed);
  const itemCode = book?.code ?? itemNamed(parsed) ?? missing('item');
  return {
    itemCode,
    itemName: book?.name ?? parsed.itemName ?? itemCode,
    ...given(parsed, ['specification', 'color', 'unit']),
    ...(book && given(book, ['specification', 'color', 'unit'])),
    quantity: parsed.quantity ?? missing('quantity'),
    unitPrice: pricePerUnit(parsed) ?? missing('unit price'),
    amount: amount ?? missing('amount'),
    ...given(parsed, optionalOfLine),
    ...(wish !== undefined && { specialRequirements: wish }),
  };
}

const optionalOfLine = [
  'address',
  'warehouse',
  'batch',
  'discount',
  'taxRate',
  'dueDate',
  'agreedArrival',
  'shippedDate',
  'remark',
] as const satisfies readonly (keyof ParsedLine)[];

/** The named properties as far as they are there. */
function given<From extends object, Name extends keyof From>(from: From, names: readonly Name[]): Pick<From, Name> {
  const found: Partial<Pick<From, Name>> = {};
  for (const name of names) if (from[name] !== undefined) found[name] = from[name];
  return found as Pick<From, Name>;
}

function missing(what: string): never {
  throw new Error(`an order without error has no ${what}: a rule must report that`);
}
