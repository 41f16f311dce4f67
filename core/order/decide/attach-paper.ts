import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { OrderState } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row P: a paper of the customer's is filed with the order (R3); the same one as the same kind only once. */
export function attachPaper(
  command: CommandOf<'attach-paper'>,
  order: OrderState | null,
  { shipments }: OrderContext,
): OrderDecision {
  if (order === null) throw new Error('a paper is attached to an order that was not loaded');
  const { kind, file } = command;
  const known = order.attachments?.find((paper) => paper.kind === kind && paper.file.sha256 === file.sha256);
  if (known !== undefined)
    return no(
      refusal('attach-paper', statusOf(order, shipments), 'attachment.already-there', { name: known.file.name }),
    );
  const note = command.note?.trim();
  return ok([{ type: 'paper-attached', kind, file, ...(note && { note }), ...stamp(command) }]);
}
