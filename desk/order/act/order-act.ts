import type { z } from 'zod';
import type { OrderStatus } from '../../../core/order/status.ts';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import type { Role } from '../../../core/policy/roles.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { orderCommand, receiptCommand, shipCommand } from '../../../core/wire/commands.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { approvalNeedsStatement, hasDoubts } from './own-steps.ts';

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
export type Question =
  | 'reason'
  | 'date'
  | 'countersign'
  | 'paper'
  | 'approval'
  | 'sign-off'
  | 'customer-question'
  | 'customer-answer'
  | 'sending'
  | 'begin-supply'
  | 'supply'
  | 'letter-of-credit'
  | 'examination'
  | 'owner'
  | 'shipping-request'
  | 'goods'
  | 'receipt';

/** @param roles of whoever is asked: whether approving needs a word in writing depends on what he signs with it */
export function questionOf(order: OrderView, command: LifecycleCommand, roles: readonly Role[]): Question | null {
  switch (command) {
    case 'issue-letter':
      return order.lines.some(({ wished, promised }) => !wished && !promised) ? 'date' : null;
    case 'record-countersign':
      return 'countersign';
    case 'attach-paper':
      return 'paper';
    case 'record-arrival':
    case 'reject-copy':
      return 'date';
    case 'begin-supply':
      return 'begin-supply';
    case 'record-letter-of-credit':
      return 'letter-of-credit';
    case 'examine-letter-of-credit':
      return 'examination';
    case 'sign-off':
      return 'sign-off';
    case 'ask-customer':
      return 'customer-question';
    case 'record-answer':
      return 'customer-answer';
    case 'record-sending':
      return 'sending';
    case 'assign-order':
      return 'owner';
    case 'request-shipping':
      return 'shipping-request';
    case 'ship-goods':
    case 'ship-emergency':
      return 'goods';
    case 'record-receipt':
      return 'receipt';
    case 'report-supply':
    case 'release-quality':
      return 'supply';
    case 'approve-order':
      return hasDoubts(order) || needsReason(order, command) || approvalNeedsStatement(order, roles)
        ? 'approval'
        : null;
    default:
      return needsReason(order, command) ? 'reason' : null;
  }
}

type Action = OrderView['actions'][number];
const actionOf = (order: OrderView, command: LifecycleCommand): Action | undefined =>
  order.actions.find((action) => action.command === command);
export const needsReason = (order: OrderView, command: LifecycleCommand): boolean =>
  actionOf(order, command)?.needsReason ?? false;
export const isAllowed = (order: OrderView, command: LifecycleCommand): boolean =>
  actionOf(order, command)?.allowed ?? false;

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
