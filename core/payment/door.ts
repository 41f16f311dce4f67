import { hasReason } from '../order/door.ts';
import type { Refusal } from '../order/refusal.ts';
import { type MoneyCommandType, type MoneyDoor, moneyDoors } from '../policy/money-doors.ts';
import type { Actor } from '../policy/roles.ts';

interface Knock {
  readonly by: Actor;
  readonly reason?: string;
}

/** What the table of money commands alone says: null when the door opens, else why not. */
export const closedMoneyDoor = (knock: Knock & { readonly type: MoneyCommandType }): Refusal | null =>
  closedTo(knock, moneyDoors[knock.type]);

/** The same of a door that is in no table. */
export function closedTo(knock: Knock, { roles, reasonRequired }: MoneyDoor): Refusal | null {
  if (!roles.some((role) => knock.by.roles.includes(role))) return { code: 'role.not-allowed', who: roles };
  return reasonRequired && !hasReason(knock) ? { code: 'reason.missing' } : null;
}
