import { compare, type Decimal, sum, zero } from '../../core/value/decimal.ts';
import type { Reader } from '../../server/ports.ts';

/** What must hold whatever was done: nothing promised twice, no number missing. [] = it does. */
export async function brokenLaws(read: Reader): Promise<readonly string[]> {
  return [...(await oversold(read)), ...(await missingNumbers(read))];
}

/** More taken from the stock sheet than there is on it. */
async function oversold(read: Reader): Promise<readonly string[]> {
  const [{ stock }, demand] = await Promise.all([read.books(), read.openDemand()]);
  if (stock?.kind !== 'stock') return ['there is no stock sheet'];
  const taken = Map.groupBy(demand, ({ itemCode }) => itemCode);
  return [...taken].flatMap(([item, wanted]) => {
    const quantity = sum(wanted.map((each) => each.quantity));
    const lines = stock.content.lines.filter(({ itemCode }) => itemCode === item);
    const there = sum(lines.flatMap(({ onHand, inbound }): Decimal[] => [onHand, inbound ?? zero]));
    return compare(quantity, there) > 0 ? [`${item}: ${quantity} taken of ${there}`] : [];
  });
}

async function missingNumbers(read: Reader): Promise<readonly string[]> {
  const orders = await read.records('order').all();
  const shipments = await read.records('shipment').all();
  const numbers = { SO: orders.map(({ state }) => state.number), DN: shipments.map(({ state }) => state.number) };
  const gaps = Object.entries(numbers).flatMap(([series, all]) => {
    const last = all.map((number) => Number(number.slice(-5))).sort((a, b) => a - b);
    return last.flatMap((number, index) =>
      number === index + 1 ? [] : [`${series}: ${number} stands at ${index + 1}`],
    );
  });
  return gaps.slice(0, 3);
}
