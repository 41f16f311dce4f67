import type { MoneyDoor } from '../policy/money-doors.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { Role } from '../policy/roles.ts';
import { compare, type Decimal } from '../value/decimal.ts';
import type { WriteOffCommandType } from './command.ts';
import type { WriteOff } from './write-off.ts';

/** Who may give up so much of one order, and the limit the lower role would have kept to. */
export interface WriteOffAuthority {
  readonly roles: readonly Role[];
  readonly limit: Decimal;
}

/** Everybody who may write something off, and who may take it back: whoever decides about bad debts. Both take a reason. */
export function writeOffDoors({
  writeOff,
}: Pick<MoneyPolicy, 'writeOff'>): Readonly<Record<WriteOffCommandType, MoneyDoor>> {
  const { rounding, badDebt, beyond } = writeOff;
  const undoers = [...new Set([...badDebt, ...beyond])];
  return {
    'write-off-debt': { roles: [...new Set([...rounding, ...undoers])], reasonRequired: true },
    'undo-write-off': { roles: undoers, reasonRequired: true },
  };
}

/**
 * Policy 10: a small rounding difference is the finance clerk's; a larger one is judged like a bad debt, so that no debt
 * goes as rounding. `total` is what the order would have written off of this cause in all: a large debt in small parts is
 * a large debt. Limits are in the house's currency and nothing is converted, so another currency is beyond them.
 */
export function writeOffAuthority(
  cause: WriteOff['cause'],
  total: Decimal,
  currency: string,
  policy: Pick<MoneyPolicy, 'writeOff' | 'currency'>,
): WriteOffAuthority {
  const { roundingUpTo, rounding, badDebtUpTo, badDebt, beyond } = policy.writeOff;
  const isWithin = (limit: Decimal): boolean => currency === policy.currency && compare(total, limit) <= 0;
  if (cause === 'rounding' && isWithin(roundingUpTo)) return { roles: rounding, limit: roundingUpTo };
  if (!isWithin(badDebtUpTo)) return { roles: beyond, limit: badDebtUpTo };
  return { roles: badDebt, limit: cause === 'rounding' ? roundingUpTo : badDebtUpTo };
}
