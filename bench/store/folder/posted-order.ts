import { createHash } from 'node:crypto';
import { orderKey } from '../../../core/order/order-key.ts';
import type { OrderLine, OrderNumber, PostedContent } from '../../../core/order/state.ts';
import { addDays, type PlainDate } from '../../../core/value/date.ts';
import { type Decimal, multiply, round, sum } from '../../../core/value/decimal.ts';
import type { Chance } from './chance.ts';
import { customers, goods } from './office.ts';

/** How many lines an order has: 1 to 12, half of the orders 3 or fewer. */
const lineCounts = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12];

/** What a posted order of that day says. `key`: the customer's own number for it. */
export function postedOrder(
  chance: Chance,
  { number, key, on }: { readonly number: OrderNumber; readonly key: string; readonly on: PlainDate },
): PostedContent {
  const customer = chance.of(customers);
  const dueDate = addDays(on, 7 + chance.roll(14));
  const first = chance.roll(goods.length);
  // Steps of 7 through the list: no item twice.
  const lines = Array.from({ length: chance.of(lineCounts) }, (_, index) =>
    line(chance, first + index * 7, index, dueDate),
  );
  const contentHash = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  return {
    number,
    orderKey: orderKey({ book: 'orders', customerCode: customer.code, key, contentHash }),
    contentHash,
    key,
    customer,
    poNumber: key,
    currency: 'CNY',
    orderDate: on,
    paymentTerms: '月结30天',
    deliveryMethod: '物流送货上门',
    salesperson: '陈志明',
    lines,
    total: sum(lines.map(({ amount }) => amount)),
  };
}

function line(chance: Chance, at: number, index: number, dueDate: PlainDate): OrderLine {
  const item = goods[at % goods.length];
  if (item === undefined) throw new Error('the sample company has no goods');
  const { price, ...named } = item;
  const [quantity, unitPrice] = [`${1 + chance.roll(60)}` as Decimal, `${price}` as Decimal];
  const amount = round(multiply(quantity, unitPrice), 2);
  const remark = chance.oneIn(8) ? { remark: '分层打托，贴客户标签' } : {};
  return { line: index + 1, ...named, quantity, unitPrice, amount, taxRate: '0.13' as Decimal, dueDate, ...remark };
}
