import type { Role } from '../policy/roles.ts';
import type { WorkingTime } from '../policy/working-time.ts';
import { openSteps } from '../review/open-steps.ts';
import type { StepId } from '../review/plan.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import { dueDateOf, lateDaysOf } from './lateness.ts';
import { type NextStep, nextStepOf } from './next-step.ts';
import { statusOf } from './progress.ts';
import { letterInForce } from './promise.ts';
import type { OrderState } from './state.ts';
import { doorsOf, type LifecycleCommand } from './transitions.ts';
import { type Waiting, type Ways, waitingFor } from './work-in-execution.ts';

/** Something an order waits for, and whose turn it is. */
export interface WorkItem {
  readonly command: LifecycleCommand;
  readonly roles: readonly Role[];
  /** Of a signature. */
  readonly step?: StepId;
  /** Until when; a moment where hours count, else a day; absent = no day is fixed. */
  readonly due?: Instant | PlainDate;
  readonly isLate: boolean;
}

export interface WorkMoment extends Ways {
  readonly at: Instant;
  readonly time: WorkingTime;
}

/**
 * Everything the order waits for now: open signatures and unanswered questions; the door that leads it on; and, once it is
 * confirmed, whatever its lines and shipments wait for besides.
 */
export function workItemsOf(order: OrderState, shipments: readonly Shipment[], now: WorkMoment): readonly WorkItem[] {
  const waiting = waitingFor(order, shipments, now).map((each) => waitingItem(each, now));
  if (order.status === 'in-review') return [...reviewItems(order, now), ...waiting];
  // Its rows have errors: nobody can submit it before they are corrected and posted again.
  if (order.status === 'faulty') return [{ command: 'post-order', roles: rolesOf('post-order'), isLate: false }];
  const next = nextStepOf(statusOf(order, shipments));
  // In execution the lines say what comes next, until nothing of them is waited for.
  if (next === null || (order.status === 'released' && waiting.length > 0)) return waiting;
  const due = dueOf(order, shipments);
  const isLate = isOverdue(order, now) || lateDaysOf(order, shipments, now.today) > 0;
  return [{ ...onward(next), ...(due !== undefined && { due }), isLate }, ...waiting];
}

const onward = ({ command, roles }: NextStep): WorkItem => ({ command, roles: [...new Set(roles)], isLate: false });

const rolesOf = (command: LifecycleCommand): readonly Role[] => [
  ...new Set(doorsOf(command).flatMap(({ roles }) => roles)),
];

const waitingItem = ({ command, due }: Waiting, { today }: WorkMoment): WorkItem => ({
  command,
  roles: rolesOf(command),
  ...(due !== undefined && { due }),
  isLate: due !== undefined && due < today,
});

/** Those who are asked by now: with every deadline that has passed, the next level too. */
function reviewItems(
  order: Extract<OrderState, { status: 'in-review' }>,
  { at, time }: WorkMoment,
): readonly WorkItem[] {
  // Submitted before reviews were planned: its approver plans it.
  if (order.review === undefined)
    return [{ command: 'approve-order', roles: doorsOf('approve-order').flatMap(({ roles }) => roles), isLate: false }];
  const { steps, questions, isComplete } = openSteps(order.review, order, at, time);
  const items = steps.flatMap((standing): readonly WorkItem[] => {
    if (standing.status !== 'open') return [];
    const { step, due, isLate, asked } = standing;
    return [{ command: 'sign-off', roles: asked, step: step.id, due, isLate }];
  });
  const clerks = doorsOf('record-answer').flatMap(({ roles }) => roles);
  const answers = questions.map(
    ({ replyBy, isLate }): WorkItem => ({
      command: 'record-answer',
      roles: clerks,
      due: replyBy,
      isLate,
    }),
  );
  const approval: readonly WorkItem[] = isComplete
    ? [{ command: 'approve-order', roles: doorsOf('approve-order').flatMap(({ roles }) => roles), isLate: false }]
    : [];
  return [...items, ...answers, ...approval];
}

function dueOf(order: OrderState, shipments: readonly Shipment[]): Instant | PlainDate | undefined {
  if (order.status === 'draft' || order.status === 'faulty') return order.question?.replyBy;
  if (order.status === 'awaiting-countersign') return letterInForce(order)?.issuedOn;
  return dueDateOf(order, shipments) ?? undefined;
}

const isOverdue = (order: OrderState, { at }: WorkMoment): boolean =>
  (order.status === 'draft' || order.status === 'faulty') &&
  order.question?.replyBy !== undefined &&
  at > order.question.replyBy;
