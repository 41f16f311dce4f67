import type { CheckedLine, CheckedOrder } from '../../../core/check/checked-order.ts';
import type { CommandMeta } from '../../../core/order/command.ts';
import type { CommandOf } from '../../../core/order/decide/decision.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import { type Actor, type Role, roles } from '../../../core/policy/roles.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import { type Decimal, multiply, sum } from '../../../core/value/decimal.ts';

/** A small office and one order of two lines, for given/when/then. */
export const person = (userId: string, ...has: Role[]): Actor => ({ userId, name: userId, roles: has });
export const clerk = person('wang', 'order-desk');
export const head = person('li', 'order-desk-head');
export const manager = person('zhao', 'sales-manager');
export const shipper = person('sun', 'shipper');
/** Looks at the goods once more before they leave. */
export const packer = person('packer', 'warehouse');
export const finance = person('qian', 'finance-clerk');
export const controller = person('zheng', 'finance-manager');
export const boss = person('wei', 'general-manager');
export const planner = person('wu-p', 'production-head');
export const maker = person('he', 'production');
export const inspector = person('kong', 'quality');
export const archivist = person('zhou', 'archivist');
export const auditor = person('wu', 'auditor');
/** Alone in the office, in every role. */
export const solo = person('solo', ...roles);

export const date = (text: string): PlainDate => text as PlainDate;
export const quantity = (text: string): Decimal => text as Decimal;
export const number = (sequence = 1): OrderNumber => `SO-202611-${String(sequence).padStart(5, '0')}` as OrderNumber;

export const today = date('2026-11-21');
export const by = (actor: Actor, day: PlainDate = today, reason?: string): CommandMeta => ({
  by: actor,
  at: `${day}T02:00:00.000Z` as Instant,
  today: day,
  policy: 3,
  ...(reason === undefined ? {} : { reason }),
});

export function line(itemCode: string, count: string, more: Partial<CheckedLine> = {}): CheckedLine {
  const unitPrice = quantity('2.5');
  const amount = multiply(quantity(count), unitPrice);
  return { itemCode, itemName: `item ${itemCode}`, quantity: quantity(count), unitPrice, amount, ...more };
}

export const twoLines = [
  line('A01', '10', { dueDate: date('2026-12-03') }),
  line('B02', '5', { dueDate: date('2026-12-05') }),
];

export function checkedOrder(
  lines: readonly CheckedLine[] = twoLines,
  customerClass = 'B',
  code = 'C001',
): CheckedOrder {
  return {
    key: 'PO-1',
    customer: { code, name: `customer ${code}`, customerClass },
    currency: 'CNY',
    lines,
    total: sum(lines.map(({ amount }) => amount)),
  } as unknown as CheckedOrder; // only the checker can make one
}

export const posting = (meta: CommandMeta, more: Partial<CommandOf<'post-order'>> = {}): CommandOf<'post-order'> => ({
  type: 'post-order',
  ...meta,
  order: checkedOrder(),
  number: number(),
  orderKey: 'key',
  contentHash: 'hash',
  submit: true,
  ...more,
});
