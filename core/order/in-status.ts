import type { OrderState } from './state.ts';

/** Somebody still has to see to it. */
export const underWay = [
  'draft',
  'faulty',
  'in-review',
  'to-confirm',
  'awaiting-countersign',
  'released',
] as const satisfies readonly OrderState['status'][];

/**
 * The order, known to be in one of these states. The table has let the command through, or the event was recorded from
 * there; anything else is a broken invariant and stops the program.
 */
export function inStatus<Status extends OrderState['status']>(
  order: OrderState | null,
  ...statuses: readonly Status[]
): Extract<OrderState, { readonly status: Status }> {
  if (order !== null && (statuses as readonly string[]).includes(order.status))
    return order as Extract<OrderState, { readonly status: Status }>;
  throw new Error(
    `order ${order?.number ?? '(none)'} is ${order?.status ?? 'absent'}, expected ${statuses.join(' or ')}`,
  );
}
