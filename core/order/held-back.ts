import { blocks } from '../hold/blocks.ts';
import { inCharge } from '../hold/escalation.ts';
import type { HeldAction, Hold } from '../hold/hold.ts';
import type { Role } from '../policy/roles.ts';
import { refusal } from './door.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState } from './state.ts';
import type { OrderStatus } from './status.ts';
import type { LifecycleCommand } from './transitions.ts';

/** Row H: what is held stays where it is. Null when no hold keeps the action from being done, with the lines named or any. */
export function heldBack(
  command: LifecycleCommand,
  action: HeldAction,
  order: OrderState,
  { holds, status = order.status === 'released' ? 'to-ship' : order.status }: HeldWhere,
  lines?: readonly number[],
): Refusal | null {
  const target = { order: order.number, customerCode: order.customer.code, ...(lines !== undefined && { lines }) };
  const [first] = blocks(holds, action, target);
  if (first === undefined) return null;
  const who: readonly Role[] = [inCharge(first).owner];
  const data = { hold: first.number, holdReason: first.reason };
  return { ...refusal(command, status, 'hold.blocks', data), who };
}

/** `status`: where the order stands, for those in execution. */
interface HeldWhere {
  readonly holds: readonly Hold[];
  readonly status?: OrderStatus;
}
