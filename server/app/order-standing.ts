import type { NextStep } from '../../core/order/next-step.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { OrderState } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { stepWaitedFor } from '../../core/order/step-waited-for.ts';
import { workingTimeOf } from '../../core/policy/working-time.ts';
import type { Shipment } from '../../core/shipment/shipment.ts';
import type { Caller } from './company.ts';

/** How far an order is. */
export interface OrderStanding {
  readonly status: OrderStatus;
  /** Absent at the end of its life. */
  readonly nextStep?: NextStep;
}

export function standingOf(
  order: OrderState,
  shipments: readonly Shipment[],
  { moment, policy, profile }: Caller,
): OrderStanding {
  const time = workingTimeOf(policy, profile.timeZone);
  const nextStep = stepWaitedFor(order, shipments, { at: moment.at, time });
  return { status: statusOf(order, shipments), ...(nextStep && { nextStep }) };
}
