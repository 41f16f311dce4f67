import { tradeTermOf } from '../../payment/trade-terms.ts';
import { sameHands } from '../../record/other-hands.ts';
import { no, ok, unreachable } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { hasReason, refusal } from '../door.ts';
import { statusOf } from '../progress.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type Command = CommandOf<'record-letter-of-credit' | 'examine-letter-of-credit'>;
type Running = ToConfirm | AwaitingCountersign | InExecution;

/** Rows 7c and 7d (R30): the bank's letter is in the house; two people read it against the order. */
export function followCredit(command: Command, order: Running, context: OrderContext): OrderDecision {
  const refuse = (code: RefusalCode, data?: Refusal['data']) =>
    no(refusal(command.type, statusOf(order, context.shipments), code, data));
  if (order.paymentTerms === undefined || tradeTermOf(order.paymentTerms) !== 'letter-of-credit')
    return refuse('letter-of-credit.not-asked');
  switch (command.type) {
    case 'record-letter-of-credit': {
      const { credit, bank, amount, currency, receivedOn, latestShipment, expires } = command.terms;
      if (receivedOn > command.today) return refuse('date.in-future', { date: receivedOn });
      if (latestShipment < receivedOn || expires < latestShipment)
        return refuse('letter-of-credit.dates-conflict', { receivedOn, latest: latestShipment, expires });
      if (currency !== order.currency)
        return refuse('letter-of-credit.currency-differs', { currency, ofOrder: order.currency });
      const terms = { credit, bank, amount, currency, receivedOn, latestShipment, expires };
      return ok([{ type: 'letter-of-credit-recorded', terms, ...stamp(command) }]);
    }
    case 'examine-letter-of-credit': {
      const { letterOfCredit } = order;
      if (letterOfCredit === undefined) return refuse('letter-of-credit.missing');
      if (command.verdict === 'discrepant' && !hasReason(command)) return refuse('reason.missing');
      const same = sameHands(command, letterOfCredit.examined, context.policy);
      if (same !== null) return refuse(same);
      return ok([{ type: 'letter-of-credit-examined', verdict: command.verdict, ...stamp(command) }]);
    }
    default:
      return unreachable(command);
  }
}
