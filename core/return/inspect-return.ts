import { stamp } from '../order/stamp.ts';
import { add, compare, isNegative, isZero, sum } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { ReturnCommandOf, ReturnDecision } from './decision.ts';
import type { ApprovedReturn, InspectedLine } from './goods-return.ts';
import { refuse } from './refuse.ts';

/** R3: what came, line by line; the customer may send less than he asked for, never more. */
export function inspectReturn(command: ReturnCommandOf<'inspect-return'>, goods: ApprovedReturn): ReturnDecision {
  const { arrivedOn, lines, fault, today } = command;
  if (arrivedOn > today) return no(refuse('inspect-return', goods, 'date.in-future', { date: arrivedOn }));
  if (arrivedOn < goods.askedOn)
    return no(refuse('inspect-return', goods, 'return.arrived-before-asked', { date: goods.askedOn }));
  const odd = lines.find((line, index) => !fits(line, goods) || isNamedBefore(lines, index));
  if (odd !== undefined)
    return no(refuse('inspect-return', goods, 'return.inspection-differs', { order: odd.order, line: `${odd.line}` }));
  if (isZero(sum(lines.flatMap(({ accepted, rejected }) => [accepted, rejected]))))
    return no(refuse('inspect-return', goods, 'return.nothing'));
  return ok([{ type: 'return-inspected', inspection: { arrivedOn, lines, fault }, ...stamp(command) }]);
}

function fits({ order, line, accepted, rejected }: InspectedLine, { lines }: ApprovedReturn): boolean {
  const asked = lines.find((each) => each.order === order && each.line === line);
  if (asked === undefined || isNegative(accepted) || isNegative(rejected)) return false;
  return compare(add(accepted, rejected), asked.quantity) <= 0;
}

const isNamedBefore = (lines: readonly InspectedLine[], index: number): boolean =>
  lines.slice(0, index).some(({ order, line }) => order === lines[index]?.order && line === lines[index]?.line);
