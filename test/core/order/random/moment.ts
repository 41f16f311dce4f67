import type { CommandMeta } from '../../../../core/order/command.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { doorsOf, type LifecycleCommand } from '../../../../core/order/transitions.ts';
import type { Actor, Role } from '../../../../core/policy/roles.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import { by, person } from '../sample-order.ts';
import { people, type Step } from './step.ts';
import type { WholeOffice } from './whole-office.ts';

/** Somebody tries something with an order of an office on a day. */
export interface Moment {
  readonly office: WholeOffice;
  readonly order: OrderNumber;
  readonly day: PlainDate;
  readonly step: Step;
  /** As somebody would who knows his work; else anything. */
  readonly natural: boolean;
}

export const whoHas = (role: Role): Actor => people.find(({ roles }) => roles.includes(role)) ?? person(role, role);

/** Who, when and why; who may, where the step names nobody. */
export function metaOf({ step, day, natural }: Moment, command: LifecycleCommand, who?: Actor): CommandMeta {
  const [role = 'order-desk'] = doorsOf(command).flatMap(({ roles }) => roles);
  const named = natural ? null : step.who;
  return by(named ?? who ?? whoHas(role), day, natural || step.hasReason ? 'because' : undefined);
}
