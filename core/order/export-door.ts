import { creditShare, prepaidShare } from '../payment/terms.ts';
import { type TradeTerm, tradeTermOf } from '../payment/trade-terms.ts';
import type { Role } from '../policy/roles.ts';
import { addDays, type PlainDate } from '../value/date.ts';
import { compare, isZero, multiply, round, subtract } from '../value/decimal.ts';
import type { OrderContext } from './context.ts';
import { creditExaminers } from './letter-of-credit.ts';
import { accountIn } from './order-account.ts';
import { dateDue } from './promise.ts';
import type { RefusalCode } from './refusal.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from './state.ts';
import { suppliesOf } from './supply.ts';
import { doorsOf, type LifecycleCommand } from './transitions.ts';

/** What keeps goods for a customer abroad where they are, and what would let them go on, by whom. */
export interface ExportObstacle {
  readonly code: RefusalCode;
  readonly opener: LifecycleCommand;
  readonly who: readonly Role[];
  readonly data?: Readonly<Record<string, string>>;
}

type Running = ToConfirm | AwaitingCountersign | InExecution;

/**
 * R30, before production is told: a letter of credit in hand so many days before the goods are due, examined by two people and
 * good for order and date; where a customer abroad is trusted instead, a manager's word. A deposit is the door of money
 * (mayProduce). Abroad is whoever pays in another currency, or through banks. Null when nothing is in the way.
 */
export function exportObstacle(order: Running, context: OrderContext, today: PlainDate): ExportObstacle | null {
  const terms = termsAbroad(order);
  switch (terms) {
    case 'letter-of-credit':
      return securedBy(order, context, today) ?? inTime(order, context);
    case 'documents-against-payment':
    case 'documents-against-acceptance':
      return wordFor(order);
    default: {
      // At home an open account is the usual monthly one, judged by limit and debts.
      const isHome = order.currency === context.money.policy.currency;
      return isHome || isZero(creditShare(accountIn(order, context).terms)) ? null : wordFor(order);
    }
  }
}

/** What keeps the bank from paying, where the terms ask for its promise: before production, and again before the goods leave. */
export const securedBy = (
  order: Running,
  context: Pick<OrderContext, 'money'>,
  today: PlainDate,
): ExportObstacle | null => (owesCredit(order) ? (creditLacks(order, today) ?? tooLittle(order, context)) : null);

/** What such an order waits for beside its own doors, as far as the order alone tells; null = nothing. */
export function awaitedAbroad(order: Running, today: PlainDate): ExportObstacle | null {
  if (owesCredit(order)) return creditLacks(order, today);
  const terms = termsAbroad(order);
  const isTrusted = terms === 'documents-against-payment' || terms === 'documents-against-acceptance';
  return isTrusted && suppliesOf(order).some(({ readyOn }) => readyOn === undefined) ? wordFor(order) : null;
}

const termsAbroad = ({ paymentTerms }: Running): TradeTerm | null =>
  paymentTerms === undefined ? null : tradeTermOf(paymentTerms);
const owesCredit = (order: Running): boolean => termsAbroad(order) === 'letter-of-credit';

/** What its paper and its readers leave to be wished. */
function creditLacks(order: Running, today: PlainDate): ExportObstacle | null {
  const { letterOfCredit } = order;
  if (letterOfCredit === undefined) return obstacle('letter-of-credit.missing', 'record-letter-of-credit');
  const { credit, examined, latestShipment, expires } = letterOfCredit;
  const amend = (code: RefusalCode, data: Readonly<Record<string, string>>) =>
    obstacle(code, 'record-letter-of-credit', { credit, ...data });
  if (examined.some(({ verdict }) => verdict === 'discrepant')) return amend('letter-of-credit.discrepant', {});
  if (examined.length < creditExaminers) {
    const counts = { examined: `${examined.length}`, needed: `${creditExaminers}` };
    return obstacle('letter-of-credit.unexamined', 'examine-letter-of-credit', { credit, ...counts });
  }
  if (expires < today || latestShipment < today)
    return amend('letter-of-credit.over', { latest: latestShipment, expires });
  const due = lastDue(order);
  return due !== undefined && due > latestShipment
    ? amend('letter-of-credit.too-short', { latest: latestShipment, due })
    : null;
}

/** What isn't deposited must be in it. */
function tooLittle(order: Running, context: Pick<OrderContext, 'money'>): ExportObstacle | null {
  const { letterOfCredit } = order;
  if (letterOfCredit === undefined) return null;
  const { credit, amount, currency } = letterOfCredit;
  const prepaid = round(multiply(order.total, prepaidShare(accountIn(order, context).terms)), 2);
  const required = subtract(order.total, prepaid);
  if (compare(amount, required) >= 0) return null;
  const data = { credit, covered: amount, required, currency };
  return obstacle('letter-of-credit.too-little', 'record-letter-of-credit', data);
}

/** A late one is better than none, if a manager says so. */
function inTime(order: Running, { policy }: OrderContext): ExportObstacle | null {
  const [credit, due] = [order.letterOfCredit, lastDue(order)];
  if (credit === undefined || due === undefined || order.productionAllowed !== undefined) return null;
  const by = addDays(due, -policy.export.creditLeadDays);
  if (credit.receivedOn <= by) return null;
  const data = { credit: credit.credit, receivedOn: credit.receivedOn, by };
  return obstacle('letter-of-credit.late', 'allow-production', data);
}

const wordFor = (order: Running): ExportObstacle | null =>
  order.productionAllowed === undefined
    ? obstacle('production.word-missing', 'allow-production', { terms: order.paymentTerms ?? '–' })
    : null;

const obstacle = (code: RefusalCode, opener: LifecycleCommand, data?: ExportObstacle['data']): ExportObstacle => ({
  code,
  opener,
  who: [...new Set(doorsOf(opener).flatMap(({ roles }) => roles))],
  ...(data && { data }),
});

const lastDue = (order: Running): PlainDate | undefined =>
  order.lines
    .flatMap(({ line }) => dateDue(order, line) ?? [])
    .sort()
    .at(-1);
