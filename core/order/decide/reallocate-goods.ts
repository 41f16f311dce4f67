import { reallocate } from '../../reallocation/reallocate.ts';
import { compare } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { progressOf, statusOf } from '../progress.ts';
import { reserve } from '../reserve.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import { stockedLineOf } from '../stocked-line.ts';
import { suppliesOf } from '../supply.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type Holding = ToConfirm | AwaitingCountersign | InExecution;

/** Row A (急单插单): the order gives up goods it holds; the one that gets them is approved in the same transaction. */
export function reallocateGoods(
  command: CommandOf<'reallocate-goods'>,
  order: Holding,
  { shipments }: OrderContext,
): OrderDecision {
  const status = statusOf(order, shipments);
  const from = stockedLineOf(order, shipments, command.line);
  if (from === null) return no(refusal(command.type, status, 'change.line-unknown', { line: `${command.line}` }));
  const decided = reallocate(command, from, command.to);
  if (!decided.ok) return no(refusal(command.type, status, decided.reason.code, decided.reason.data));
  const { order: taker, line } = decided.value.winner;
  return ok([
    {
      type: 'goods-reallocated',
      line: from.line,
      quantity: decided.value.quantity,
      to: { order: taker, line },
      due: decided.value.loser.due,
      ...stamp(command),
    },
  ]);
}

/** Row Aa: what a line lost is held for it again, as soon as the goods are there. */
export function holdAgain(command: CommandOf<'hold-again'>, order: Holding, context: OrderContext): OrderDecision {
  const status = statusOf(order, context.shipments);
  const progress = new Map(progressOf(order, context.shipments).map((line) => [line.line, line]));
  const lacks = order.reservations.some(({ line }) => {
    const at = progress.get(line);
    return at !== undefined && compare(at.reserved, at.open) < 0;
  });
  if (!lacks) return no(refusal(command.type, status, 'reallocation.nothing-lacking'));
  const reserved = reserve(order, context, {
    command: command.type,
    status,
    today: command.today,
    supplied: suppliesOf(order).map(({ line }) => line),
  });
  return reserved.ok
    ? ok([{ type: 'goods-held-again', reservations: reserved.value, ...stamp(command) }])
    : no(reserved.reason);
}
