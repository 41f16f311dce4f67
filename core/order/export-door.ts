import { prepaidShare } from '../payment/terms.ts';
import { tradeTermOf } from '../payment/trade-terms.ts';
import type { Role } from '../policy/roles.ts';
import { addDays, type PlainDate } from '../value/date.ts';
import { compare, multiply, round, subtract } from '../value/decimal.ts';
import type { OrderContext } from './context.ts';
import { creditExaminers, type LetterOfCredit } from './letter-of-credit.ts';
import { accountIn } from './order-account.ts';
import { dateDue } from './promise.ts';
import type { RefusalCode } from './refusal.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from './state.ts';
import { doorsOf, type LifecycleCommand } from './transitions.ts';

/** What keeps goods for a customer abroad from being begun, and who could see to it. */
export interface ExportObstacle {
  readonly code: RefusalCode;
  readonly who: readonly Role[];
  readonly data?: Readonly<Record<string, string>>;
}

type Running = ToConfirm | AwaitingCountersign | InExecution;

/**
 * R30, before production is told: a letter of credit in hand so many days before the goods are due, examined by two people and
 * good for order and date; where the customer is trusted instead, a manager's word. A deposit is the door of money (mayProduce).
 * Null when nothing is in the way.
 */
export function exportObstacle(order: Running, context: OrderContext): ExportObstacle | null {
  switch (order.paymentTerms === undefined ? null : tradeTermOf(order.paymentTerms)) {
    case null:
      return null;
    case 'letter-of-credit':
      return securedBy(order, context) ?? inTime(order, context);
    case 'open-account':
      // At home it is the usual monthly account, judged by limit and debts.
      return order.currency === context.money.policy.currency ? null : wordFor(order);
    default:
      return wordFor(order);
  }
}

/** What keeps the bank from paying, where the terms ask for its promise: before production, and again before the goods leave. */
export function securedBy(order: Running, context: Pick<OrderContext, 'money'>): ExportObstacle | null {
  if (order.paymentTerms === undefined || tradeTermOf(order.paymentTerms) !== 'letter-of-credit') return null;
  const credit = order.letterOfCredit;
  const of = (command: LifecycleCommand, code: RefusalCode, data?: Readonly<Record<string, string>>) => ({
    code,
    who: rolesOf(command),
    ...(data && { data }),
  });
  if (credit === undefined) return of('record-letter-of-credit', 'letter-of-credit.missing');
  if (credit.examined.some(({ verdict }) => verdict === 'discrepant'))
    return of('record-letter-of-credit', 'letter-of-credit.discrepant', { credit: credit.credit });
  if (credit.examined.length < creditExaminers)
    return of('examine-letter-of-credit', 'letter-of-credit.unexamined', {
      credit: credit.credit,
      examined: `${credit.examined.length}`,
      needed: `${creditExaminers}`,
    });
  const short = tooLittle(order, credit, context) ?? tooShort(order, credit);
  return short && of('record-letter-of-credit', short.code, { credit: credit.credit, ...short.data });
}

/** What isn't deposited must be in it. */
function tooLittle(order: Running, { amount, currency }: LetterOfCredit, context: Pick<OrderContext, 'money'>) {
  const prepaid = round(multiply(order.total, prepaidShare(accountIn(order, context).terms)), 2);
  const needed = subtract(order.total, prepaid);
  if (compare(amount, needed) >= 0) return null;
  return { code: 'letter-of-credit.too-little', data: { covered: amount, required: needed, currency } } as const;
}

function tooShort(order: Running, { latestShipment }: LetterOfCredit) {
  const due = lastDue(order);
  if (due === undefined || due <= latestShipment) return null;
  return { code: 'letter-of-credit.too-short', data: { latest: latestShipment, due } } as const;
}

/** A late one is better than none, if a manager says so. */
function inTime(order: Running, { policy }: OrderContext): ExportObstacle | null {
  const [credit, due] = [order.letterOfCredit, lastDue(order)];
  if (credit === undefined || due === undefined || order.productionAllowed !== undefined) return null;
  const by = addDays(due, -policy.export.creditLeadDays);
  if (credit.receivedOn <= by) return null;
  const data = { credit: credit.credit, receivedOn: credit.receivedOn, by };
  return { code: 'letter-of-credit.late', who: rolesOf('allow-production'), data };
}

const wordFor = (order: Running): ExportObstacle | null =>
  order.productionAllowed === undefined
    ? { code: 'production.word-missing', who: rolesOf('allow-production'), data: { terms: order.paymentTerms ?? '' } }
    : null;

const lastDue = (order: Running): PlainDate | undefined =>
  order.lines
    .flatMap(({ line }) => dateDue(order, line) ?? [])
    .sort()
    .at(-1);

const rolesOf = (command: LifecycleCommand): readonly Role[] => [
  ...new Set(doorsOf(command).flatMap((door) => door.roles)),
];
