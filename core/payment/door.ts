import { hasReason } from '../order/door.ts';
import type { Refusal } from '../order/refusal.ts';
import { type MoneyCommandType, type MoneyDoor, moneyDoors } from '../policy/money-doors.ts';
import type { Actor } from '../policy/roles.ts';

/** What the table of money commands alone says: null when the door opens, else why not. */
export function closedMoneyDoor(knock: {
  readonly type: MoneyCommandType;
  readonly by: Actor;
  readonly reason?: string;
}): Refusal | null {
  const { roles, reasonRequired }: MoneyDoor = moneyDoors[knock.type];
  if (!roles.some((role) => knock.by.roles.includes(role))) return { code: 'role.not-allowed', who: roles };
  return reasonRequired && !hasReason(knock) ? { code: 'reason.missing', who: roles } : null;
}
