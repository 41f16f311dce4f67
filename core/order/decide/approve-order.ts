import { sameHands } from '../../record/other-hands.ts';
import type { ReviewCommand } from '../../review/command.ts';
import { decideReview } from '../../review/decide/decide-review.ts';
import type { ReviewEvent } from '../../review/event.ts';
import { evolveReview } from '../../review/evolve.ts';
import { type OpenSteps, openSteps } from '../../review/open-steps.ts';
import { type ReviewStep, signersOf } from '../../review/plan.ts';
import type { ReviewState } from '../../review/state.ts';
import { isZero } from '../../value/decimal.ts';
import { no, ok, type Result } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { heldBack } from '../held-back.ts';
import { progressOf } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { openHoldings, reserve } from '../reserve.ts';
import { reviewNow } from '../review-plan.ts';
import { stamp } from '../stamp.ts';
import type { InReview } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';
import { handsIn, reviewContextOf } from './review-order.ts';

type ApproveOrder = CommandOf<'approve-order'>;

/**
 * Row 5: every signature the policy asks for is there, the one given with this command among them; price, credit and stock
 * are asked again in the same moment; confirmed and reserved in one event.
 */
export function approveOrder(command: ApproveOrder, order: InReview, context: OrderContext): OrderDecision {
  const { supply = [] } = command;
  const refused =
    ownOrder(command, order, context) ??
    unknownLine(command, order, context) ??
    heldBack(command.type, 'confirm', order, context);
  if (refused !== null) return no(refused);
  const reserved = reserve(order, context, {
    command: command.type,
    status: order.status,
    today: command.today,
    holdings: openHoldings(
      order,
      context,
      supply.map(({ line }) => line),
    ),
  });
  if (!reserved.ok) return no(reserved.reason);
  const signed = signedByAll(command, order, context);
  if (!signed.ok) return no(signed.reason);
  return ok([
    ...signed.value,
    { type: 'order-approved', reservations: reserved.value, ...(supply.length > 0 && { supply }), ...stamp(command) },
  ]);
}

/** Signs what waits for the actor, stage by stage; refused where somebody else still has to sign or to answer. */
function signedByAll(
  command: ApproveOrder,
  order: InReview,
  context: OrderContext,
): Result<readonly ReviewEvent[], Refusal> {
  const now = reviewNow(order, context, stamp(command));
  let review: ReviewState = now.review;
  const events = [...now.events];
  const open = (): OpenSteps => openSteps(review, order, command.at, context.review.time);
  // At most once a step: where a clock went back, what is signed before the last edit is worth nothing.
  for (const _step of review.plan.steps) {
    const own = open().steps.find(
      ({ status, step }) => status === 'open' && signersOf(step).some((role) => command.by.roles.includes(role)),
    );
    if (own === undefined) break;
    const signed = decideReview(signing(command, own.step, order), review, reviewContextOf(order, context));
    if (!signed.ok) return no(asOwn(signed.reason, own.step));
    events.push(...signed.value);
    review = signed.value.reduce(evolveReview, review);
  }
  const last = open();
  return last.isComplete ? ok(events) : no(stillMissing(last));
}

/** The reason serves as statement where none is given: who is alone writes one line. */
function signing(command: ApproveOrder, { id }: ReviewStep, { contentHash }: InReview): ReviewCommand {
  const { statement = command.reason, supply: _supply, ...meta } = command;
  const written = statement === undefined ? {} : { statement };
  return { ...meta, type: 'sign-off', step: id, verdict: 'agree', contentHash, ...written };
}

function asOwn({ code, who, data }: Refusal, { aspect }: ReviewStep): Refusal {
  const refused = refusal('approve-order', 'in-review', code, { ...data, aspects: aspect });
  return who === undefined ? refused : { ...refused, who };
}

/** Names the aspects nobody has agreed to, and who could. */
function stillMissing({ steps, questions }: OpenSteps): Refusal {
  const missing = steps.filter(({ status }) => status !== 'agreed');
  if (missing.length === 0) {
    const numbers = questions.map(({ number }) => number).join(', ');
    return refusal('approve-order', 'in-review', 'review.question-open', { number: numbers });
  }
  const aspects = [...new Set(missing.map(({ step }) => step.aspect))].join(' ');
  const who = [...new Set(missing.flatMap(({ step }) => step.levels[0] ?? []))];
  return { ...refusal('approve-order', 'in-review', 'review.incomplete', { aspects }), who };
}

/** Each line that is made or bought is named once, and nothing of it has left: what left was there, and released by nobody. */
function unknownLine({ supply = [] }: ApproveOrder, order: InReview, { shipments }: OrderContext): Refusal | null {
  const untouched = progressOf(order, shipments).filter(({ shipped }) => isZero(shipped));
  const wrong = supply.find(
    ({ line }, at) =>
      supply.findIndex((each) => each.line === line) !== at || !untouched.some((each) => each.line === line),
  );
  return wrong === undefined
    ? null
    : refusal('approve-order', 'in-review', 'supply.line-unknown', { line: `${wrong.line}` });
}

/** R62: who handed it in or last edited it doesn't approve it. */
function ownOrder(command: ApproveOrder, order: InReview, { policy }: OrderContext): Refusal | null {
  const same = sameHands(command, handsIn(order), policy, 'duty.same-person');
  return same && refusal('approve-order', 'in-review', same, { name: command.by.name });
}
