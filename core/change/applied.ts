import { amountOf } from '../check/line-amount.ts';
import type { OrderLine, PostedContent } from '../order/state.ts';
import { type Decimal, isZero, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { ChangeContent, ChargeLine } from './change.ts';
import type { ChangedGoods, ChangeItem } from './change-item.ts';
import type { ChangeableOrder } from './changeable-order.ts';

/**
 * The order's content with the change in it, for the order's own stream to take in the same transaction. Lines keep their
 * numbers, new ones go on from the highest there ever was; amounts and total are worked out afresh; what the customer is
 * charged on top stands as lines of their own. A closed remainder leaves the quantity that has left, or no line.
 * `contentHash`: of the new content, as the server hashes it. Cancelling changes no content: the order's own row X does that.
 */
export function applied(
  order: ChangeableOrder,
  { items, assessments }: Pick<ChangeContent, 'items' | 'assessments'>,
  contentHash: string,
): PostedContent {
  const kept = order.content.lines.flatMap((line) => changedLine(line, order, items) ?? []);
  const added = [
    ...items.flatMap((item) => (item.kind === 'add-line' ? [item.content] : [])),
    ...assessments.flatMap(({ charges }) => charges.map(lineOfCharge)),
  ].map((content, index) => priced({ ...content, line: order.lastLine + 1 + index }));
  const lines = [...kept, ...added];
  const total = sum(lines.map(({ amount }) => amount));
  return { ...order.content, ...headOf(order.content, items), contentHash, lines, total };
}

/** The line with all that is asked of it; null when it goes. */
function changedLine(line: OrderLine, order: ChangeableOrder, items: readonly ChangeItem[]): OrderLine | null {
  let changed: OrderLine | null = line;
  for (const item of items) if (changed !== null && concerns(item, line.line)) changed = after(changed, item, order);
  return changed === null || changed === line ? changed : priced(changed);
}

const concerns = (item: ChangeItem, line: number): boolean =>
  item.kind === 'close-remainder'
    ? item.lines.length === 0 || item.lines.includes(line)
    : 'line' in item && item.line === line;

function after(line: OrderLine, item: ChangeItem, order: ChangeableOrder): OrderLine | null {
  switch (item.kind) {
    case 'line-quantity':
      return { ...line, quantity: item.quantity };
    case 'line-item':
      return { ...withoutGoods(line), ...item.goods };
    case 'line-price': {
      const { discount: _discount, ...rest } = line;
      return { ...rest, unitPrice: item.unitPrice, ...(item.discount !== undefined && { discount: item.discount }) };
    }
    case 'line-date': {
      const { agreedArrival: _before, ...rest } = line;
      const { dueDate, agreedArrival } = item;
      return { ...rest, dueDate, ...(agreedArrival !== undefined && { agreedArrival }) };
    }
    case 'line-requirements':
      return { ...line, specialRequirements: item.specialRequirements };
    case 'line-address':
      return { ...line, address: item.address };
    case 'line-source': {
      const { warehouse: _from, batch: _of, ...rest } = line;
      const { warehouse, batch } = item;
      return { ...rest, ...(warehouse !== undefined && { warehouse }), ...(batch !== undefined && { batch }) };
    }
    case 'remove-line':
      return null;
    case 'close-remainder': {
      const shipped = order.lines.find((supply) => supply.line === line.line)?.shipped ?? zero;
      return isZero(shipped) ? null : { ...line, quantity: shipped };
    }
    case 'delivery-address':
    case 'add-line':
    case 'cancel':
      return line;
    default:
      return unreachable(item);
  }
}

function withoutGoods(line: OrderLine): Omit<OrderLine, keyof ChangedGoods> {
  const {
    itemCode: _code,
    itemName: _name,
    specification: _specification,
    color: _color,
    unit: _unit,
    unitPrice: _price,
    discount: _discount,
    ...rest
  } = line;
  return rest;
}

const priced = (line: OrderLine): OrderLine => ({
  ...line,
  amount: amountOf(line.quantity, line.unitPrice, line.discount),
});

const lineOfCharge = ({ what, amount, itemCode }: ChargeLine): Omit<OrderLine, 'line'> => ({
  itemCode,
  itemName: what,
  quantity: '1' as Decimal,
  unitPrice: amount,
  amount,
});

function headOf({ customer }: PostedContent, items: readonly ChangeItem[]): Pick<PostedContent, 'customer'> {
  const asked = items.find((item) => item.kind === 'delivery-address');
  if (asked === undefined) return { customer };
  const { address, contact, phone } = asked;
  return {
    customer: {
      ...customer,
      address,
      ...(contact !== undefined && { contact }),
      ...(phone !== undefined && { phone }),
    },
  };
}
