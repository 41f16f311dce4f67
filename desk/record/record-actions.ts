import type { Refusal } from '../../core/order/refusal.ts';
import type { Role } from '../../core/policy/roles.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import type { RecordSeen } from './known-fields.ts';
import type { RecordUse } from './record-uses.ts';

export type Action = OrderView['actions'][number];

/** Whether somebody of these roles may begin a record; refused with who could. */
export const beginningOf = (use: RecordUse, roles: readonly Role[]): Action => judged(use, use.first, roles);

/** What can be done with the record: as the server says with it, else by the table of who may. Nothing with what is over. */
export function actionsOf(use: RecordUse, record: RecordSeen, roles: readonly Role[]): readonly Action[] {
  if (Array.isArray(record.actions)) return record.actions as readonly Action[];
  if (record.reversed !== undefined || record.undone !== undefined) return [];
  return [...use.doors.keys()].filter((command) => command !== use.first).map((command) => judged(use, command, roles));
}

function judged({ doors }: RecordUse, command: string, roles: readonly Role[]): Action {
  const { roles: who, needsReason } = doors.get(command) ?? { roles: [], needsReason: false };
  const allowed = who === null || who.some((role) => roles.includes(role));
  const refusal: Refusal = { code: 'role.not-allowed', ...(who !== null && { who: [...who] }) };
  return { command, allowed, needsReason, ...(!allowed && { refusal: refusal as NonNullable<Action['refusal']> }) };
}
