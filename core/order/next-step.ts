import type { Role } from '../policy/roles.ts';
import type { OrderStatus } from './status.ts';
import { type LifecycleCommand, transitions } from './transitions.ts';

/** The door that leads an order on, and whose it is; the others lead aside or back. */
export interface NextStep {
  readonly command: LifecycleCommand;
  readonly roles: readonly Role[];
}

const onward: { readonly [Status in OrderStatus]?: LifecycleCommand } = {
  draft: 'submit-order',
  'in-review': 'approve-order',
  'to-confirm': 'issue-letter',
  'awaiting-countersign': 'record-countersign',
  'to-supply': 'begin-supply',
  'in-supply': 'report-supply',
  'to-ship': 'ship-goods',
  'part-shipped': 'ship-goods',
  shipped: 'record-receipt',
  // Goods are there, the copy of a class A customer isn't: that is all that keeps the order from being completed.
  received: 'record-countersign',
  completed: 'close-order',
  closed: 'archive-order',
};

/** Null at the end of an order's life. */
export function nextStepOf(status: OrderStatus): NextStep | null {
  const command = onward[status];
  const door = transitions.find(
    (each) => each.command === command && (each.from as readonly string[]).includes(status),
  );
  return command && door ? { command, roles: door.roles } : null;
}
