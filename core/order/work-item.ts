import type { Role } from '../policy/roles.ts';
import type { WorkingTime } from '../policy/working-time.ts';
import { openSteps } from '../review/open-steps.ts';
import type { StepId } from '../review/plan.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import { dueDateOf, lateDaysOf } from './lateness.ts';
import { nextStepOf } from './next-step.ts';
import { statusOf } from './progress.ts';
import { letterInForce } from './promise.ts';
import type { OrderState } from './state.ts';
import { suppliesOf } from './supply.ts';
import { doorsOf, type LifecycleCommand } from './transitions.ts';

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

export interface WorkMoment {
  readonly at: Instant;
  readonly today: PlainDate;
  readonly time: WorkingTime;
}

/** Everything the order waits for now: open signatures and unanswered questions, or the door that leads it on. */
export function workItemsOf(order: OrderState, shipments: readonly Shipment[], now: WorkMoment): readonly WorkItem[] {
  if (order.status === 'in-review') return reviewItems(order, now);
  const status = statusOf(order, shipments);
  const next = nextStepOf(status);
  if (next === null) return [];
  const command = status === 'in-supply' && waitsForQuality(order) ? 'release-quality' : next.command;
  const roles = command === next.command ? next.roles : doorsOf(command).flatMap((door) => door.roles);
  const due = dueOf(order, shipments);
  const isLate = isOverdue(order, now) || lateDaysOf(order, shipments, now.today) > 0;
  return [{ command, roles: [...new Set(roles)], ...(due !== undefined && { due }), isLate }];
}

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

const waitsForQuality = (order: OrderState): boolean =>
  suppliesOf(order).some(({ reported, released }) => reported !== released);

function dueOf(order: OrderState, shipments: readonly Shipment[]): Instant | PlainDate | undefined {
  if (order.status === 'draft') return order.question?.replyBy;
  if (order.status === 'awaiting-countersign') return letterInForce(order)?.issuedOn;
  return dueDateOf(order, shipments) ?? undefined;
}

const isOverdue = (order: OrderState, { at }: WorkMoment): boolean =>
  order.status === 'draft' && order.question?.replyBy !== undefined && at > order.question.replyBy;
