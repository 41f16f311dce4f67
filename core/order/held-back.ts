import { blocks } from '../hold/blocks.ts';
import { inCharge } from '../hold/escalation.ts';
import type { HeldAction, Hold } from '../hold/hold.ts';
import { refusal } from './door.ts';
import { statusOf } from './progress.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState } from './state.ts';
import type { OrderStatus } from './status.ts';
import type { LifecycleCommand } from './transitions.ts';

/** Row H: what is held stays where it is. Null when no hold keeps the action from being done, with the lines named or any. */
export function heldBack(
  command: LifecycleCommand,
  action: HeldAction,
  order: OrderState,
  { holds, status = order.status === 'released' ? 'to-ship' : statusOf(order, []) }: HeldWhere,
  lines?: readonly number[],
): Refusal | null {
  const target = { order: order.number, customerCode: order.customer.code, ...(lines !== undefined && { lines }) };
  const [first] = blocks(holds, action, target);
  return first === undefined ? null : keptBy(first, command, status);
}

/** Whoever has to see to the hold can open the door again. */
export const keptBy = (hold: Hold, command: LifecycleCommand, status: OrderStatus): Refusal => ({
  ...refusal(command, status, 'hold.blocks', { hold: hold.number, holdReason: hold.reason }),
  who: [inCharge(hold).owner],
});

/** `status`: where the order stands, for those in execution. */
interface HeldWhere {
  readonly holds: readonly Hold[];
  readonly status?: OrderStatus;
}
