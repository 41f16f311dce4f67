import type { RefusalCode } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import type { OrderStatus } from '../order/status.ts';
import { no, ok } from '../value/result.ts';
import type { HoldCommandOf, HoldContext, HoldDecision } from './decision.ts';
import { isException, reasonRules } from './reasons.ts';
import { refuse } from './refuse.ts';

/** Nothing more is done with these: there is nothing to hold. */
const over = ['closed', 'archived', 'destroyed', 'void', 'cancelled'] as const satisfies readonly OrderStatus[];

/** H1: anybody may raise one; what it blocks and who sees to it come from its reason, unless said otherwise. */
export function raiseHold(command: HoldCommandOf<'raise-hold'>, context: HoldContext): HoldDecision {
  const { number, code, scope, deadline, at } = command;
  const rule = reasonRules[code];
  const blocks = command.blocks ?? rule.blocks;
  const obstacle = orderObstacle(command, context);
  if (obstacle !== null) return no(refuse('raise-hold', null, ...obstacle));
  if (blocks.length === 0 && !isException(code)) return no(refuse('raise-hold', null, 'hold.blocks-nothing'));
  if (deadline <= at) return no(refuse('raise-hold', null, 'hold.deadline-past'));
  const owner = command.owner ?? rule.owner;
  return ok([
    { type: 'hold-raised', hold: { number, reason: code, scope, blocks, owner, deadline }, ...stamp(command) },
  ]);
}

function orderObstacle(
  { scope }: HoldCommandOf<'raise-hold'>,
  { order }: HoldContext,
): readonly [RefusalCode, Readonly<Record<string, string>>] | null {
  if (scope.on === 'customer') return null;
  const data = { order: scope.order };
  if (order === null) return ['order.not-found', data];
  if (order.number !== scope.order) throw new Error(`hold on ${scope.order}: ${order.number} was loaded`);
  if ((over as readonly string[]).includes(order.status)) return ['hold.order-over', data];
  const hasLine = scope.on === 'order' || order.lines.includes(scope.line);
  return hasLine ? null : ['hold.line-unknown', { ...data, line: `${scope.line}` }];
}
