import { blocks } from '../../../../core/hold/blocks.ts';
import { heldActions } from '../../../../core/hold/hold.ts';
import { exportObstacle } from '../../../../core/order/export-door.ts';
import { progressOf } from '../../../../core/order/progress.ts';
import { requestedOf } from '../../../../core/order/shipping-request.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import { type LineSupply, suppliesOf } from '../../../../core/order/supply.ts';
import { owedOf } from '../../../../core/receivable/owed.ts';
import { compare, isZero, zero } from '../../../../core/value/decimal.ts';
import type { Moment } from './moment.ts';
import { signedIn } from './order-command.ts';
import type { Step } from './step.ts';

type Deed = Exclude<Step['deed'], 'natural' | 'fitting'>;

/** The next thing somebody would do with the order; null = nothing is left to do. */
export function naturalDeed(moment: Moment): Deed | null {
  const { office, order } = moment;
  const found = office.orders.find(order);
  if (found === null) return 'post-order';
  const target = { order, customerCode: found.customer.code };
  if (heldActions.some((action) => blocks(office.holds, action, target).length > 0)) return 'see-to-hold';
  return deeds[office.status(order)](moment);
}

const deeds: Readonly<Record<OrderStatus, (moment: Moment) => Deed | null>> = {
  draft: ({ office, order }) => (office.order(order).status === 'faulty' ? 'post-order' : 'submit-order'),
  'in-review': reviewing,
  'to-confirm': () => 'issue-letter',
  'awaiting-countersign': ({ office, order }) =>
    office.order(order).customer.customerClass === 'A' ? 'release-order' : 'record-countersign',
  'to-supply': supplying,
  'in-supply': supplying,
  'to-ship': shipping,
  'part-shipped': (moment) => {
    if (moment.step.size === 0) return 'record-receipt';
    return waitsForSupply(moment) ? supplying(moment) : shipping(moment);
  },
  shipped: () => 'record-receipt',
  received: () => 'record-countersign',
  completed: closing,
  closed: () => 'archive-order',
  archived: () => 'sign-destruction',
  destroyed: () => null,
  void: () => null,
  cancelled: () => null,
};

/** The head of the order desk, or the sales manager, confirms what the others have signed. */
function reviewing({ office, order, step }: Moment): Deed {
  const { review } = office.order(order);
  if (review?.questions.some(({ answered }) => answered === undefined)) return 'record-answer';
  const others = review?.plan.steps.filter(({ aspect }) => aspect !== 'head') ?? [];
  const isSigned = others.every(({ id }) => signedIn(review).some((each) => each.step === id));
  return isSigned || step.pick === 3 ? 'approve-order' : 'sign-off';
}

const suppliesIn = ({ office, order }: Moment): readonly LineSupply[] => suppliesOf(office.order(order));

/** Nothing of it may leave, and something is still to be made or bought. */
function waitsForSupply({ office, order }: Moment): boolean {
  const progress = progressOf(office.order(order), office.shipmentsOf(order));
  return progress.every(({ ready }) => isZero(ready));
}

function supplying(moment: Moment): Deed {
  const supplies = suppliesIn(moment);
  if (supplies.some(({ readyOn }) => readyOn === undefined)) return isUnpaid(moment) ? 'pay' : beginning(moment);
  if (supplies.some(({ reported, released }) => compare(released, reported) < 0)) return 'release-quality';
  return waitsForSupply(moment) || moment.step.pick > 0 ? 'report-supply' : 'ship-goods';
}

/** What a customer abroad is asked for first. */
function beginning({ office, order, step, day }: Moment): Deed {
  if (step.size < 1) return 'begin-supply'; // perhaps too early
  const found = office.order(order);
  const obstacle = found.status === 'released' ? exportObstacle(found, office.context(order), day) : null;
  switch (obstacle?.code) {
    case undefined:
      return 'begin-supply';
    case 'production.word-missing':
    case 'letter-of-credit.late':
      return 'allow-production';
    case 'letter-of-credit.unexamined':
      return 'examine-letter-of-credit';
    default:
      return 'record-letter-of-credit';
  }
}

function shipping(moment: Moment): Deed {
  const { office, order } = moment;
  const found = office.order(order);
  const isAsked = progressOf(found, office.shipmentsOf(order)).some((line) => !isZero(requestedOf(found, line)));
  if (office.policy.goods.shippingRequest && !isAsked) return 'request-shipping';
  return isUnpaid(moment) && moment.step.pick > 0 ? 'pay' : 'ship-goods';
}

function closing(moment: Moment): Deed {
  const { office, order, step } = moment;
  if (office.besideOf(order).length > 0) return 'see-to-return';
  if (isUnpaid(moment)) return step.pick === 0 ? 'write-off' : 'pay';
  if (step.pick > 1 && office.invoices().every(({ lines }) => lines.every((line) => line.order !== order)))
    return 'bill';
  return step.pick === 1 ? 'bill' : 'close-order';
}

const isUnpaid = ({ office, order }: Moment): boolean => compare(owedOf(office.account(order)).open, zero) > 0;
