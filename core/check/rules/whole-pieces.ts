import { add, compare, type Decimal, multiply, zero } from '../../value/decimal.ts';
import type { LineInCheck } from '../context.ts';
import type { Observation, Rule } from '../rule.ts';
import { unitOf } from '../unit.ts';
import { countedIn } from '../unit-conversion.ts';

/**
 * Nobody delivers half a piece (R6): 2.5 个 is a slip, 2.5 kg isn't, and 2.5 打 are thirty. Only units that count single
 * things are judged; a carton may be halved.
 */
export const wholePieces: Rule = {
  name: 'whole-pieces',
  codes: ['quantity.fraction'],
  scope: 'row',
  needs: [],
  check: ({ lines }) => lines.flatMap((line) => observe(line) ?? []),
};

function observe(line: LineInCheck): Observation | null {
  const { quantity } = line.parsed;
  const unit = countedIn(line.parsed) ?? (line.item.kind === 'found' ? line.item.entry.unit : undefined);
  if (quantity === undefined || !unit || compare(quantity, zero) <= 0) return null;
  const { isCounted, size } = unitOf(unit);
  if (!isCounted || !multiply(quantity, size).includes('.')) return null;
  const down = quantity.replace(/\..*$/, '') as Decimal;
  const whole = [down, add(down, '1' as Decimal)].filter((value) => compare(value, zero) > 0);
  return {
    code: 'quantity.fraction',
    at: { line, field: 'quantity' },
    actual: { kind: 'quantity', value: quantity, unit },
    data: { unit },
    choices: whole.map((value) => ({ content: Number(value), label: value })),
  };
}
