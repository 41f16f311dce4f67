import { absolute, compare, multiply, subtract, zero } from '../value/decimal.ts';
import { type ChangeItem, linesOf } from './change-item.ts';
import type { ChangeableOrder } from './changeable-order.ts';
import type { MinorChange } from './policy.ts';

/** How far an order has come, for cancelling it (R33). */
export type CancellationStage = 'before-supply' | 'begun' | 'shipped';

export function cancellationStage({ lines }: Pick<ChangeableOrder, 'lines'>): CancellationStage {
  if (lines.some(({ shipped }) => compare(shipped, zero) > 0)) return 'shipped';
  return lines.some(({ begun }) => begun) ? 'begun' : 'before-supply';
}

/** Items that are more than minor for a line whose supply has begun (R32); a cancellation has its own rule. */
export const beyondMinor = (
  items: readonly ChangeItem[],
  order: ChangeableOrder,
  minor: MinorChange,
): readonly ChangeItem[] =>
  items.filter((item) => {
    const begun = order.lines.filter((supply) => supply.begun).map(({ line }) => line);
    return linesOf(item, order).some((line) => begun.includes(line)) && !isMinor(item, order, minor);
  });

function isMinor(item: ChangeItem, { content }: ChangeableOrder, minor: MinorChange): boolean {
  if (minor.kinds.includes(item.kind)) return true;
  const line = content.lines.find((candidate) => 'line' in item && candidate.line === item.line);
  if (line === undefined) return false;
  if (item.kind === 'line-quantity') {
    const moved = absolute(subtract(item.quantity, line.quantity));
    return compare(moved, multiply(line.quantity, minor.quantityShare)) <= 0;
  }
  const isLater = item.kind === 'line-date' && line.dueDate !== undefined && item.dueDate >= line.dueDate;
  return isLater && minor.laterDate;
}
