import type { PlainDate } from '../value/date.ts';
import { type Decimal, isNegative, maximum, subtract, zero } from '../value/decimal.ts';
import type { LineProgress } from './progress.ts';
import type { OrderState, Stamp } from './state.ts';
import type { LineQuantity } from './supply.ts';

/** A shipping request 发货申请通知单 (R36): what the order desk asks the warehouse to send, and by when. */
export interface ShippingRequest extends Stamp {
  readonly on: PlainDate;
  readonly lines: readonly RequestedLine[];
  /** What whoever packs must know. */
  readonly note?: string;
}
export interface RequestedLine extends LineQuantity {
  /** What may have left of the line in all with this request: what left before without one doesn't use it up. */
  readonly upTo: Decimal;
}

/** What was asked for of a line and hasn't left. */
export function requestedOf(order: OrderState, { line, shipped }: Pick<LineProgress, 'line' | 'shipped'>): Decimal {
  const requests = order.status === 'released' ? (order.shippingRequests ?? []) : [];
  const upTo = requests
    .flatMap(({ lines }) => lines)
    .filter((each) => each.line === line)
    .reduce<Decimal>((most, each) => maximum(most, each.upTo), zero);
  const left = subtract(upTo, shipped);
  return isNegative(left) ? zero : left;
}
