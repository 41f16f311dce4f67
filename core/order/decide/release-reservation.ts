import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { expiryOf } from '../postponement.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 6c: nobody countersigned in time; the goods are free again and the order is judged anew. */
export function releaseReservation(
  command: CommandOf<'release-reservation'>,
  order: AwaitingCountersign,
  { policy }: OrderContext,
): OrderDecision {
  const { reservation } = expiryOf(order.letters.at(-1) ?? order.letters[0], policy.letter);
  if (command.today <= reservation)
    return no(refusal('release-reservation', order.status, 'letter.still-valid', { date: reservation }));
  return ok([{ type: 'reservation-released', ...stamp(command) }]);
}
