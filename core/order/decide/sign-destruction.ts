import { owedOf } from '../../receivable/owed.ts';
import { sameHands } from '../../record/other-hands.ts';
import { dateOf, type PlainDate } from '../../value/date.ts';
import { isZero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import { closingMonth } from '../closing-month.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { keptBy } from '../held-back.ts';
import { accountIn } from '../order-account.ts';
import { isGiven } from '../order-type.ts';
import type { RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { Archived } from '../state.ts';
import { doorsOf } from '../transitions.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/**
 * Row 17 (R51; docs/policy.md, Retention): the years of keeping are over, counted from the end of the year of the month it was
 * archived with; nothing is held, nothing owed; everybody the policy names signs, each in one role.
 */
export function signDestruction(
  command: CommandOf<'sign-destruction'>,
  order: Archived,
  context: OrderContext,
): OrderDecision {
  const refuse = (code: RefusalCode, data?: Readonly<Record<string, string>>): OrderDecision =>
    no(refusal(command.type, order.status, code, data));
  const { ordersYears, destructionSignatures } = context.policy.retention;
  const keptUntil = endOfKeeping(order, ordersYears, context.review.time.timeZone);
  if (command.today <= keptUntil) return refuse('destruction.too-early', { date: keptUntil });
  const hold = context.holds.find(({ status }) => status !== 'released');
  if (hold !== undefined) return no(keptBy(hold, command.type, order.status));
  if (!isGiven(order) && !isZero(owedOf(accountIn(order, context)).open)) return refuse('destruction.debt-open');
  const signed = order.destruction ?? [];
  const same = sameHands(command, signed, context.policy);
  if (same !== null) return refuse(same, { name: command.by.name });
  const missing = destructionSignatures.filter((role) => !signed.some(({ as }) => as === role));
  // The policy may ask for fewer by now than have signed: then anybody's next signature ends it.
  const wanted = missing.length > 0 ? missing : (doorsOf(command.type)[0]?.roles ?? []);
  const as = wanted.find((role) => command.by.roles.includes(role));
  if (as === undefined) return no({ ...refusal(command.type, order.status, 'role.not-allowed'), who: wanted });
  return ok([{ type: 'destruction-signed', as, complete: missing.length <= 1, ...stamp(command) }]);
}

/** Plain dates of the company's calendar: what is closed on New Year's morning there is of the new year, whatever UTC says. */
function endOfKeeping(order: Archived, years: number, timeZone: string): PlainDate {
  const month = closingMonth(order, timeZone);
  const last = month && dateOf(Number(month.slice(0, 4)) + years, 12, 31);
  if (last === null) throw new RangeError(`${years} years after ${month} is no date`);
  return last;
}
