import { hasReason } from '../order/door.ts';
import { stamp } from '../order/stamp.ts';
import { compare, isNegative, isZero, sum } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { ReturnCommandOf, ReturnDecision } from './decision.ts';
import type { DisposedLine, InspectedReturn } from './goods-return.ts';
import { refuse } from './refuse.ts';

/** R4: every accepted piece goes somewhere, once. Goods under repair are the customer's: they don't become our stock. */
export function disposeReturn(command: ReturnCommandOf<'dispose-return'>, goods: InspectedReturn): ReturnDecision {
  const { lines } = command;
  for (const { order, line, accepted } of goods.inspection.lines) {
    const own = lines.filter((each) => each.order === order && each.line === line);
    const gone = sum(own.flatMap(({ restocked, scrapped, repaired }) => [restocked, scrapped, repaired]));
    if (own.some(hasNegative) || compare(gone, accepted) !== 0)
      return no(
        refuse('dispose-return', goods, 'return.disposition-differs', { order, line: `${line}`, accepted, gone }),
      );
  }
  const foreign = lines.find(
    (each) => !goods.inspection.lines.some((own) => own.order === each.order && own.line === each.line),
  );
  if (foreign !== undefined)
    return no(
      refuse('dispose-return', goods, 'return.line-unknown', { order: foreign.order, line: `${foreign.line}` }),
    );
  const mends = goods.kind === 'repair';
  const wrong = lines.find(({ restocked, repaired }) => !isZero(mends ? restocked : repaired));
  if (wrong !== undefined)
    return no(refuse('dispose-return', goods, mends ? 'return.repair-restocked' : 'return.not-a-repair'));
  if (lines.some(({ scrapped }) => !isZero(scrapped)) && !hasReason(command))
    return no(refuse('dispose-return', goods, 'reason.missing'));
  return ok([{ type: 'return-disposed', lines, ...stamp(command) }]);
}

const hasNegative = ({ restocked, scrapped, repaired }: DisposedLine): boolean =>
  [restocked, scrapped, repaired].some(isNegative);
