import { mayProduce } from '../../receivable/doors.ts';
import { add, compare, type Decimal, maximum, subtract, zero } from '../../value/decimal.ts';
import { no, ok, type Result } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { exportObstacle } from '../export-door.ts';
import { heldBack } from '../held-back.ts';
import { accountIn } from '../order-account.ts';
import { isGiven } from '../order-type.ts';
import { statusOf } from '../progress.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { InExecution } from '../state.ts';
import { type LineQuantity, type LineSupply, suppliesOf } from '../supply.ts';
import { mostOf } from '../tolerance.ts';
import { isPartOfPiece } from '../whole-pieces.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type BeginSupply = CommandOf<'begin-supply'>;
type ReportSupply = CommandOf<'report-supply'>;
type ReleaseQuality = CommandOf<'release-quality'>;

/** Row 8: production or purchasing takes the lines on, with the date it writes down itself; later it may write another. */
export function beginSupply(command: BeginSupply, order: InExecution, context: OrderContext): OrderDecision {
  const refuse = refuser(command.type, order, context);
  if (command.readyOn < command.today) return no(refuse('supply.date-past', { date: command.readyOn }));
  const waiting = suppliesOf(order).filter(({ readyOn }) => readyOn === undefined);
  const lines = command.lines ?? waiting.map(({ line }) => line);
  const { readyOn, materialsOn } = command;
  if (materialsOn !== undefined && materialsOn > readyOn)
    return no(refuse('supply.materials-late', { materialsOn, readyOn }));
  if (lines.length === 0) return no(refuse('supply.nothing'));
  const unknown = lines.find((line) => !suppliesOf(order).some((supply) => supply.line === line));
  if (unknown !== undefined) return no(refuse('supply.line-unknown', { line: `${unknown}` }));
  const stopped = mayNotBegin(command, order, lines, context);
  if (stopped !== null) return no(stopped);
  const said = {
    readyOn,
    ...(materialsOn !== undefined && { materialsOn }),
    ...(command.instructions !== undefined && { instructions: command.instructions }),
  };
  return ok([{ type: 'supply-begun', lines: [...new Set(lines)], ...said, ...stamp(command) }]);
}

/** Nothing is held that would be made or bought, the prepayment is in (R67), and abroad the money is made sure of (R30). */
function mayNotBegin(
  command: BeginSupply,
  order: InExecution,
  lines: readonly number[],
  context: OrderContext,
): Refusal | null {
  const status = statusOf(order, context.shipments);
  for (const { line, mode } of suppliesOf(order).filter((supply) => lines.includes(supply.line))) {
    const action = mode === 'production' ? 'produce' : 'purchase';
    const held = heldBack(command.type, action, order, { holds: context.holds, status }, [line]);
    if (held !== null) return held;
  }
  if (isGiven(order)) return null;
  const { today, by } = command;
  const unpaid = mayProduce(accountIn(order, context), { today, roles: by.roles, policy: context.money.policy });
  if (unpaid !== null) return refusal(command.type, status, unpaid.code, unpaid.data);
  const obstacle = exportObstacle(order, context, today);
  return obstacle && { ...refusal(command.type, status, obstacle.code, obstacle.data), who: obstacle.who };
}

/**
 * Row 8a: the daily report 生产日报表: so much was made, or came in; a little more than ordered, where the policy lets it leave.
 * Without quantities: all that is still to come of what was ordered.
 */
export function reportSupply(command: ReportSupply, order: InExecution, context: OrderContext): OrderDecision {
  const refuse = refuser(command.type, order, context);
  const toCome = (of: 'ordered' | 'most', { line, reported }: LineSupply): Decimal => {
    const content = order.lines.find((each) => each.line === line);
    if (content === undefined) return zero;
    const wanted = of === 'ordered' ? content.quantity : mostOf(content, context.policy, context.stock.prices);
    return maximum(zero, subtract(wanted, reported));
  };
  const asked = quantitiesOf(command.lines, order, refuse, (supply) =>
    supply.readyOn === undefined ? zero : toCome('ordered', supply),
  );
  if (!asked.ok) return no(asked.reason);
  for (const { quantity, supply } of asked.value) {
    const { line } = supply;
    if (supply.readyOn === undefined) return no(refuse('supply.not-begun', { line: `${line}` }));
    const most = toCome('most', supply);
    if (compare(quantity, most) > 0)
      return no(refuse('supply.exceeds-ordered', { line: `${line}`, wanted: quantity, open: most }));
  }
  return ok([{ type: 'supply-reported', lines: asked.value.map(bare), ...stamp(command) }]);
}

/** Row 9: quality lets through what was made or came in; from then on it may leave. Without quantities: all of it. */
export function releaseQuality(command: ReleaseQuality, order: InExecution, context: OrderContext): OrderDecision {
  const refuse = refuser(command.type, order, context);
  const waiting = ({ released, reported }: LineSupply) => subtract(reported, released);
  const asked = quantitiesOf(command.lines, order, refuse, waiting);
  if (!asked.ok) return no(asked.reason);
  for (const { quantity, supply } of asked.value)
    if (compare(quantity, waiting(supply)) > 0)
      return no(refuse('supply.exceeds-reported', { line: `${supply.line}`, wanted: quantity, open: waiting(supply) }));
  return ok([{ type: 'quality-released', lines: asked.value.map(bare), ...stamp(command) }]);
}

interface Asked {
  readonly quantity: Decimal;
  readonly supply: LineSupply;
}
type Refuse = (code: RefusalCode, data?: Readonly<Record<string, string>>) => Refusal;

/** One entry a line, each above zero, in whole pieces, and of a line that is supplied; what isn't named is all that `usual` says. */
function quantitiesOf(
  named: readonly LineQuantity[] | undefined,
  order: InExecution,
  refuse: Refuse,
  usual: (supply: LineSupply) => Decimal,
): Result<readonly Asked[], Refusal> {
  if (named === undefined) {
    const all = suppliesOf(order).flatMap((supply): readonly Asked[] =>
      compare(usual(supply), zero) > 0 ? [{ quantity: usual(supply), supply }] : [],
    );
    return all.length === 0 ? no(refuse('supply.nothing')) : ok(all);
  }
  const asked = new Map<number, Asked>();
  for (const { line, quantity } of named) {
    const supply = suppliesOf(order).find((each) => each.line === line);
    if (supply === undefined) return no(refuse('supply.line-unknown', { line: `${line}` }));
    if (compare(quantity, zero) <= 0)
      return no(refuse('supply.quantity-not-positive', { line: `${line}`, wanted: quantity }));
    asked.set(line, { supply, quantity: add(asked.get(line)?.quantity ?? zero, quantity) });
  }
  for (const { quantity, supply } of asked.values()) {
    const content = order.lines.find(({ line }) => line === supply.line);
    // Where a part of a piece is left from before, it may follow.
    if (content === undefined || compare(quantity, usual(supply)) === 0 || !isPartOfPiece(quantity, content)) continue;
    const place = { order: order.number, line: `${supply.line}`, item: content.itemCode };
    return no(refuse('quantity.part-of-piece', { ...place, wanted: quantity }));
  }
  return ok([...asked.values()]);
}

const bare = ({ quantity, supply: { line } }: Asked): LineQuantity => ({ line, quantity });

const refuser =
  (
    command: 'begin-supply' | 'report-supply' | 'release-quality',
    order: InExecution,
    { shipments }: OrderContext,
  ): Refuse =>
  (code, data) =>
    refusal(command, statusOf(order, shipments), code, data);
