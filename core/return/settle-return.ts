import { stamp } from '../order/stamp.ts';
import { compare, zero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { ReturnCommandOf, ReturnDecision } from './decision.ts';
import type { DisposedReturn } from './goods-return.ts';
import { owed, replaceable } from './owed.ts';
import { refuse } from './refuse.ts';

/** R5: money for what we kept. */
export function refundReturn(command: ReturnCommandOf<'refund-return'>, goods: DisposedReturn): ReturnDecision {
  const { amount, currency } = command;
  const paper = command.paper.trim();
  if (!owed(goods).remedy) return no(refuse('refund-return', goods, 'return.nothing-owed'));
  if (compare(amount, zero) <= 0) return no(refuse('refund-return', goods, 'return.refund-not-positive', { amount }));
  if (paper === '') return no(refuse('refund-return', goods, 'paper.reference-missing'));
  return ok([{ type: 'return-refunded', refund: { amount, currency, paper }, ...stamp(command) }]);
}

/** R6: other goods for what we kept, as an order of their own that goes through all its doors. */
export function replaceReturn(command: ReturnCommandOf<'replace-return'>, goods: DisposedReturn): ReturnDecision {
  const { order } = command;
  if (!owed(goods).remedy) return no(refuse('replace-return', goods, 'return.nothing-owed'));
  if (!replaceable.includes(goods.kind)) return no(refuse('replace-return', goods, 'return.not-an-exchange'));
  if (goods.lines.some((line) => line.order === order))
    return no(refuse('replace-return', goods, 'return.replaced-by-itself', { order }));
  return ok([{ type: 'return-replaced', order, ...stamp(command) }]);
}

/** R7: the customer has his mended goods again. */
export function handBackReturn(command: ReturnCommandOf<'hand-back-return'>, goods: DisposedReturn): ReturnDecision {
  const { on, today } = command;
  if (!owed(goods).handingBack) return no(refuse('hand-back-return', goods, 'return.nothing-owed'));
  if (on > today) return no(refuse('hand-back-return', goods, 'date.in-future', { date: on }));
  const { arrivedOn } = goods.inspection;
  if (on < arrivedOn) return no(refuse('hand-back-return', goods, 'return.back-before-arrival', { date: arrivedOn }));
  return ok([{ type: 'return-handed-back', on, ...stamp(command) }]);
}
