import type { CommandMeta } from '../order/command.ts';
import { hasReason } from '../order/door.ts';
import { type Refusal, type RefusalCode, whoCould } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import type { OrderNumber, Stamp } from '../order/state.ts';
import { reallocators } from '../policy/reallocators.ts';
import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, subtract, zero } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';

/** Row A 急单插单: goods held for one order line go to another. */
export interface ReallocateStock extends CommandMeta {
  readonly quantity: Decimal;
  /** When the line that loses them will be completed instead. */
  readonly newDate: PlainDate;
}

/** An order line as far as its stock goes; filled from core/order/progress.ts and promise.ts in the same transaction. */
export interface StockedLine {
  readonly order: OrderNumber;
  readonly line: number;
  readonly itemCode: string;
  /** Held for it now. */
  readonly held: Decimal;
  /** Ordered, neither held nor shipped yet: of an order in review, all of it. */
  readonly lacking: Decimal;
  /** The date that counts for it, if it has one. */
  readonly due?: PlainDate;
}

/** What both orders record, in one transaction with the winner's approval if it still waits for it. */
export interface Reallocation {
  readonly itemCode: string;
  readonly quantity: Decimal;
  readonly loser: {
    readonly order: OrderNumber;
    readonly line: number;
    readonly held: Decimal;
    readonly due: PlainDate;
  };
  readonly winner: { readonly order: OrderNumber; readonly line: number; readonly held: Decimal };
  /** The loser's customer is told; `before` is absent when nothing was promised. */
  readonly notice: { readonly order: OrderNumber; readonly before?: PlainDate; readonly after: PlainDate };
  readonly decided: Stamp;
}

/** Decides it; what one line loses the other gets, to the last piece. */
export function reallocate(
  command: ReallocateStock,
  from: StockedLine,
  to: StockedLine,
): Result<Reallocation, Refusal> {
  const { quantity, newDate } = command;
  const obstacle = obstacleTo(command, from, to);
  if (obstacle !== null) {
    const [code, data] = obstacle;
    return no({ code, ...whoCould(code, reallocators), data });
  }
  return ok({
    itemCode: from.itemCode,
    quantity,
    loser: { order: from.order, line: from.line, held: subtract(from.held, quantity), due: newDate },
    winner: { order: to.order, line: to.line, held: add(to.held, quantity) },
    notice: { order: from.order, ...(from.due !== undefined && { before: from.due }), after: newDate },
    decided: stamp(command),
  });
}

type Obstacle = readonly [RefusalCode, Readonly<Record<string, string>>];

function obstacleTo(command: ReallocateStock, from: StockedLine, to: StockedLine): Obstacle | null {
  const { quantity, newDate, today, by } = command;
  const place = { order: from.order, line: `${from.line}`, item: from.itemCode };
  if (!reallocators.some((role) => by.roles.includes(role))) return ['role.not-allowed', {}];
  if (!hasReason(command)) return ['reason.missing', {}];
  if (from.order === to.order && from.line === to.line) return ['reallocation.same-line', place];
  if (sameText(from.itemCode) !== sameText(to.itemCode))
    return ['reallocation.items-differ', { ...place, other: to.itemCode }];
  if (compare(quantity, zero) <= 0) return ['reallocation.quantity-not-positive', { wanted: quantity }];
  if (compare(quantity, from.held) > 0)
    return ['reallocation.not-held', { ...place, wanted: quantity, held: from.held }];
  if (compare(quantity, to.lacking) > 0)
    return ['reallocation.not-needed', { order: to.order, line: `${to.line}`, wanted: quantity, lacking: to.lacking }];
  const earliest = from.due !== undefined && from.due > today ? from.due : today;
  return newDate < earliest ? ['reallocation.date-too-early', { ...place, date: earliest }] : null;
}
