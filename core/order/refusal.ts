import type { Role } from '../policy/roles.ts';
import type { OrderStatus } from './status.ts';

/**
 * Why a command was not carried out; nothing changed. Words: locales/…/refusals.json under the code, filled with `data` and
 * the names of `status`; further sentences there under "from" ({{statuses}}) and "who" ({{roles}}).
 */
export const refusalCodes = [
  'order.not-found',
  'order.wrong-status',
  'order.content-differs',
  'role.not-allowed',
  'permission.denied',
  'duty.same-person',
  'reason.missing',
  'version.stale',
  'stock.short',
  'letter.date-missing',
  'letter.date-past',
  'countersign.before-letter',
  'countersign.already-back',
  'release.not-class-a',
  'cancel.goods-left',
  'cancel.supply-begun',
  'supply.line-unknown',
  'supply.nothing',
  'supply.date-past',
  'supply.not-begun',
  'supply.quantity-not-positive',
  'supply.exceeds-ordered',
  'supply.exceeds-reported',
  'shipment.not-found',
  'shipment.nothing',
  'shipment.line-unknown',
  'shipment.quantity-not-positive',
  'shipment.exceeds-open',
  'shipment.not-ready',
  'shipment.customers-differ',
  'shipment.already-received',
  'shipment.none-on-the-way',
  'receipt.before-shipment',
  'date.in-future',
  'paper.unprintable',
  'paper.not-filed',
  'books.missing',
  'request-key.reused',
  'policy.stale',
  'payment.not-found',
  'payment.nothing',
  'payment.amount-invalid',
  'payment.bill-past-due',
  'payment.customers-differ',
  'payment.currencies-differ',
  'payment.exceeds-owed',
  'payment.exceeds-free',
  'payment.exceeds-allocated',
  'payment.same-order',
  'payment.order-closed',
  'payment.reversed',
  'payment.refunded',
  'payment.before-receipt',
  'payment.prepayment-missing',
  'payment.balance-missing',
  'credit.overdue-stops-orders',
  'credit.overdue-stops-shipping',
  'credit.exceeded',
  'write-off.not-found',
  'write-off.exceeds-debt',
  'write-off.beyond-authority',
  'write-off.undone',
  'invoice.not-found',
  'invoice.nothing',
  'invoice.number-missing',
  'invoice.number-taken',
  'invoice.customers-differ',
  'invoice.currencies-differ',
  'invoice.line-unknown',
  'invoice.quantity-not-positive',
  'invoice.exceeds-ordered',
  'invoice.exceeds-shipped',
  'invoice.line-not-invoiced',
  'invoice.exceeds-invoiced',
  'invoice.reversed-before-issue',
  'review.step-unknown',
  'review.step-waiting',
  'review.step-signed',
  'review.objection-stands',
  'statement.missing',
  'question.unknown',
  'question.answered',
  'question.reply-by-past',
  'question.answer-time',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The order's status when it was refused. */
  readonly status?: OrderStatus;
  /** Roles that could do it (now, or once the reason is gone). */
  readonly who?: readonly Role[];
  /** Statuses from which it could be done. */
  readonly from?: readonly OrderStatus[];
  /** Fills the text's places: item, wanted, available … */
  readonly data?: Readonly<Record<string, string>>;
}
