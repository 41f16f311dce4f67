import type { Refusal } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import { refusedAmount } from '../payment/allocation-guards.ts';
import { closedTo } from '../payment/door.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { OrderAccount } from '../receivable/order-account.ts';
import { owedOf, writtenOffOf } from '../receivable/owed.ts';
import { add, compare, type Decimal, maximum, zero } from '../value/decimal.ts';
import { no, ok, type Result, unreachable } from '../value/result.ts';
import { writeOffAuthority, writeOffDoors } from './authority.ts';
import type { WriteOffCommand } from './command.ts';
import type { WriteOff, WriteOffEvent } from './write-off.ts';

/** The order the debt is of, with all that was paid and written off so far (null = there is none), loaded in the same transaction. */
export interface WriteOffContext {
  readonly account: OrderAccount | null;
  readonly policy: Pick<MoneyPolicy, 'writeOff' | 'currency'>;
}
export type WriteOffDecision = Result<readonly WriteOffEvent[], Refusal>;

type WriteOffDebt = Extract<WriteOffCommand, { readonly type: 'write-off-debt' }>;

/** What a command does to a write-off (null = none yet). Pure. */
export function decideWriteOff(
  command: WriteOffCommand,
  writeOff: WriteOff | null,
  context: WriteOffContext,
): WriteOffDecision {
  const closed = closedTo(command, writeOffDoors(context.policy)[command.type]);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'write-off-debt':
      if (writeOff !== null) throw new Error(`number ${command.number} is taken by another write-off`);
      return writeOffDebt(command, context);
    case 'undo-write-off':
      if (writeOff === null) return no({ code: 'write-off.not-found' });
      if (writeOff.undone !== undefined)
        return no({ code: 'write-off.undone', data: { writeOff: writeOff.number, date: writeOff.undone.on } });
      return ok([{ type: 'write-off-undone', on: command.today, ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}

function writeOffDebt(command: WriteOffDebt, { account, policy }: WriteOffContext): WriteOffDecision {
  if (account === null) return no({ code: 'order.not-found' });
  const { number, amount, cause, today } = command;
  const { order } = account;
  const refused =
    refusedAmount(amount) ?? beyondDebt(amount, cause, account) ?? beyondAuthority(command, account, policy);
  if (refused !== null) return no(refused);
  const writeOff = {
    number,
    order: order.number,
    customerCode: order.customer.code,
    currency: order.currency,
    amount,
    cause,
    on: today,
  };
  return ok([{ type: 'debt-written-off', writeOff, ...stamp(command) }]);
}

/** A rounding difference may be of anything still to be paid; a bad debt only of goods the customer has. */
function beyondDebt(amount: Decimal, cause: WriteOff['cause'], account: OrderAccount): Refusal | null {
  const { open, receivable } = owedOf(account);
  const debt = cause === 'rounding' ? open : maximum(zero, receivable);
  if (compare(amount, debt) <= 0) return null;
  const { number, currency } = account.order;
  return { code: 'write-off.exceeds-debt', data: { order: number, wanted: amount, open: debt, currency } };
}

function beyondAuthority(
  { amount, by, cause }: WriteOffDebt,
  account: OrderAccount,
  policy: WriteOffContext['policy'],
): Refusal | null {
  const { number: order, currency } = account.order;
  const total = add(amount, writtenOffOf(account, cause));
  const { roles, limit } = writeOffAuthority(cause, total, currency, policy);
  if (roles.some((role) => by.roles.includes(role))) return null;
  const data = { order, total, currency, limit, limitCurrency: policy.currency };
  return { code: 'write-off.beyond-authority', who: roles, data };
}
