import { compare, type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import type { ShipmentLine } from './shipment.ts';

/** What of a delivery's lines is, or is on its way, at the customer's: all but what he refused at the door. */
export function deliveredLines<Line extends ShipmentLine>({
  lines,
  received,
}: {
  readonly lines: readonly Line[];
  readonly received?: { readonly refused?: readonly ShipmentLine[] };
}): readonly Line[] {
  const { refused = [] } = received ?? {};
  if (refused.length === 0) return lines;
  return lines
    .map((line) => ({ ...line, quantity: subtract(line.quantity, refusedOf(line, refused)) }))
    .filter(({ quantity }) => compare(quantity, zero) > 0);
}

const refusedOf = ({ order, line }: ShipmentLine, refused: readonly ShipmentLine[]): Decimal =>
  sum(refused.filter((each) => each.order === order && each.line === line).map(({ quantity }) => quantity));
