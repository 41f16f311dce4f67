import type { z } from 'zod';
import type { OrderStatus } from '../../core/order/status.ts';
import type { LifecycleCommand } from '../../core/order/transitions.ts';
import type { Client } from '../../core/wire/client.ts';
import type { orderCommand, receiptCommand, shipCommand } from '../../core/wire/commands.ts';
import type { OrderView } from '../../core/wire/views.ts';

/** Something done with an order, as it goes over the wire: to the order itself, or to a shipment of it. */
export type OrderAct =
  | { readonly to: 'order'; readonly body: z.input<typeof orderCommand> }
  | { readonly to: 'goods'; readonly body: z.input<typeof shipCommand> }
  | { readonly to: 'shipment'; readonly shipment: string; readonly body: z.input<typeof receiptCommand> };

/** @param requestKey the same for every attempt of one act, so that a lost answer never does it twice */
export async function perform(client: Client, number: string, act: OrderAct, requestKey: string): Promise<void> {
  switch (act.to) {
    case 'order':
      await client.call('commandOrder', { params: { number }, body: act.body, requestKey });
      return;
    case 'goods':
      await client.call('ship', { body: act.body, requestKey });
      return;
    case 'shipment':
      await client.call('receive', { params: { number: act.shipment }, body: act.body, requestKey });
  }
}

/** What has to be asked before a command can be sent; nothing = a click does it. */
export type Question = 'reason' | 'promised-date' | 'countersign-date' | 'ready-date' | 'goods' | 'receipt';

export function questionOf(order: OrderView, command: LifecycleCommand): Question | null {
  switch (command) {
    case 'issue-letter':
      return order.lines.some(({ wished, promised }) => !wished && !promised) ? 'promised-date' : null;
    case 'record-countersign':
      return 'countersign-date';
    case 'begin-supply':
      return 'ready-date';
    case 'ship-goods':
      return 'goods';
    case 'record-receipt':
      return 'receipt';
    default:
      return order.actions.find((action) => action.command === command)?.needsReason ? 'reason' : null;
  }
}

/** The key of a command's name on its button: a letter issued again is a renewal. */
export const nameOfCommand = (command: LifecycleCommand, status: OrderStatus): `screens:command.${string}` =>
  command === 'issue-letter' && status === 'awaiting-countersign'
    ? 'screens:command.renew-letter'
    : `screens:command.${command}`;

/** The commands that need no more than their name, and perhaps a reason. */
export const plainAct = (command: LifecycleCommand, reason?: string): OrderAct => ({
  to: 'order',
  body: { type: command, ...(reason !== undefined && { reason }) } as z.input<typeof orderCommand>,
});
