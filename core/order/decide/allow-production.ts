import type { Role } from '../../policy/roles.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { exportObstacle } from '../export-door.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import { doorsOf } from '../transitions.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 7e (R30): a manager trusts a customer abroad, or takes a letter of credit that came late. */
export function allowProduction(
  command: CommandOf<'allow-production'>,
  order: ToConfirm | AwaitingCountersign | InExecution,
  context: OrderContext,
): OrderDecision {
  const obstacle = exportObstacle(order, context, command.today)?.code;
  if (obstacle !== 'production.word-missing' && obstacle !== 'letter-of-credit.late')
    return no(refusal(command.type, statusOf(order, context.shipments), 'production.word-not-needed'));
  const as = allowers.findLast((role) => command.by.roles.includes(role));
  if (as === undefined) throw new Error(`${command.by.userId} came through a door that is not his`);
  return ok([{ type: 'production-allowed', as, ...stamp(command) }]);
}

/** The highest stands last. */
const allowers: readonly Role[] = doorsOf('allow-production').flatMap(({ roles }) => roles);
