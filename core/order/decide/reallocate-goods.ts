import { reallocate } from '../../reallocation/reallocate.ts';
import { isZero, maximum, subtract, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { progressOf, statusOf } from '../progress.ts';
import { dateDue } from '../promise.ts';
import { type Holding, reserve } from '../reserve.ts';
import { stamp } from '../stamp.ts';
import type { AwaitingCountersign, InExecution, ToConfirm } from '../state.ts';
import { stockedLineOf } from '../stocked-line.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type HoldingOrder = ToConfirm | AwaitingCountersign | InExecution;

/** Row A (急单插单): the order gives up goods it holds; the one that gets them is approved in the same transaction. */
export function reallocateGoods(
  command: CommandOf<'reallocate-goods'>,
  order: HoldingOrder,
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

/** Row Aa: what a line lacks is held for it again, as soon as the goods are there by the date that counts for it. */
export function holdAgain(command: CommandOf<'hold-again'>, order: HoldingOrder, context: OrderContext): OrderDecision {
  const status = statusOf(order, context.shipments);
  const holdings = progressOf(order, context.shipments).flatMap(({ line, open, reserved }): readonly Holding[] => {
    const content = order.lines.find((each) => each.line === line);
    const isHeld = order.reservations.some((each) => each.line === line);
    if (content === undefined || !isHeld) return [];
    const asked = maximum(zero, subtract(open, reserved));
    return [{ content, kept: reserved, asked, due: dateDue(order, line) }];
  });
  if (holdings.every(({ asked }) => isZero(asked)))
    return no(refusal(command.type, status, 'reallocation.nothing-lacking'));
  const reserved = reserve(order, context, { command: command.type, status, today: command.today, holdings });
  return reserved.ok
    ? ok([{ type: 'goods-held-again', reservations: reserved.value, ...stamp(command) }])
    : no(reserved.reason);
}
