import type { Role } from '../policy/roles.ts';
import type { OrderStatus } from './status.ts';

/** Why a command was not carried out. Words: locales/…/refusals.json. Nothing changed. */
export const refusalCodes = [
  'order.not-found',
  'order.wrong-status',
  'role.not-allowed',
  'duty.same-person',
  'reason.missing',
  'stock.short',
  'order.content-differs',
  'shipment.exceeds-open',
  'shipment.nothing',
  'shipment.not-found',
  'shipment.already-received',
  'letter.date-missing',
  'countersign.before-letter',
  'order.not-completed',
  'permission.denied',
  'version.stale',
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
