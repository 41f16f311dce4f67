import type { Actor, Role } from '../policy/roles.ts';
import { type Refusal, type RefusalCode, whoCould } from './refusal.ts';
import type { OrderStatus } from './status.ts';
import { doorsOf, type LifecycleCommand, type Transition } from './transitions.ts';

/** Who knocks, as every command says it. */
export interface Knock {
  readonly type: LifecycleCommand;
  readonly by: Actor;
  readonly reason?: string;
}

/** What the table alone says: null when the door opens, else why not. `status` 'none' = there is no such order yet. */
export function closedDoor(knock: Knock, status: OrderStatus | 'none'): Refusal | null {
  const doors = doorsOf(knock.type).filter((door) => door.from.includes(status));
  if (doors.length === 0)
    return refusal(knock.type, status, status === 'none' ? 'order.not-found' : 'order.wrong-status');
  if (!doors.some((door) => door.roles.some((role) => knock.by.roles.includes(role))))
    return refusal(knock.type, status, 'role.not-allowed');
  if (doors.some((door) => door.reasonRequired) && !hasReason(knock))
    return refusal(knock.type, status, 'reason.missing');
  return null;
}

/** A refusal that also says where the order stands, from where the command could be done and, where that helps, by whom. */
export function refusal(
  command: LifecycleCommand,
  status: OrderStatus | 'none',
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): Refusal {
  const doors = doorsOf(command);
  const here = doors.filter((door) => door.from.includes(status));
  return {
    code,
    ...(status === 'none' ? {} : { status }),
    ...whoCould(code, rolesOf(here.length > 0 ? here : doors)),
    from: [...new Set(doors.flatMap((door) => door.from))].filter((from) => from !== 'none'),
    ...(data === undefined ? {} : { data }),
  };
}

export const hasReason = (knock: { readonly reason?: string }): boolean => (knock.reason ?? '').trim() !== '';

const rolesOf = (doors: readonly Transition[]): readonly Role[] => [...new Set(doors.flatMap((door) => door.roles))];
