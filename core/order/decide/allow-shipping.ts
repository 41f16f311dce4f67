import type { Role } from '../../policy/roles.ts';
import { ok } from '../../value/result.ts';
import { stamp } from '../stamp.ts';
import { doorsOf } from '../transitions.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 10a (R37): finance answers for the next goods that leave; how far its word goes, the door of shipping asks. */
export function allowShipping(command: CommandOf<'allow-shipping'>): OrderDecision {
  const as = allowers.findLast((role) => command.by.roles.includes(role));
  if (as === undefined) throw new Error(`${command.by.userId} came through a door that is not his`);
  return ok([{ type: 'shipping-allowed', as, ...stamp(command) }]);
}

/** The one whose word goes furthest stands last. */
const allowers: readonly Role[] = doorsOf('allow-shipping').flatMap(({ roles }) => roles);
