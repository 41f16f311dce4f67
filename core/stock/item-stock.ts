import type { Item, StockLine } from '../check/knowledge.ts';
import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, isNegative, isZero, negate, zero } from '../value/decimal.ts';
import { type Measured, measured } from './measure.ts';
import { Pool } from './pool.ts';
import { type GoodsPlace, isCountedIn, type Source } from './source.ts';

/** What the stock sheet says of one item: what can be promised, and what can't. Totals are in the unit asked for. */
export interface ItemStock {
  readonly pool: Pool;
  /** On its way, nobody says until when: counts never. */
  readonly undated: (unit: string | null) => Decimal;
  /** Due before the stock was counted, and not there: as good as undated. */
  readonly overdue: (unit: string | null) => Decimal;
  /** Counted below zero, sold before it was booked in: served before everybody else. */
  readonly backlog: (unit: string | null) => Decimal;
  /** What its lines are counted in, in their own words. */
  readonly units: readonly string[];
}

/** A count or an inbound as a line has it; the count may be below zero. */
interface Amount extends Measured, GoodsPlace {}
interface Inbound extends Amount {
  readonly date: PlainDate | null;
}

/**
 * The stock of an item over all its lines.
 * @param item of the price list, where only one has this code: its pack converts
 * @param countedOn the day the stock is of
 */
export function itemStockOf(lines: readonly StockLine[], item: Item | undefined, countedOn: PlainDate): ItemStock {
  const counts = lines.map((line) => amountOf(line, line.onHand, item));
  const inbound = lines.map(
    (line): Inbound => ({ ...amountOf(line, line.inbound, item), date: line.inboundDate ?? null }),
  );
  const sold = counts.filter(({ quantity }) => isNegative(quantity)).map(turned);
  const onHand = counts.map((count): Source => ({ ...count, date: null }));
  const promised = inbound.filter(({ date }) => date !== null && date >= countedOn);
  const sources = [...onHand, ...promised].filter(({ quantity }) => !isNegative(quantity) && !isZero(quantity));
  const keepsBatches = lines.some(({ batch }) => batch !== undefined);
  return {
    pool: new Pool(lessBacklog(sources, sold), keepsBatches),
    undated: totalOf(inbound.filter(({ date }) => date === null)),
    overdue: totalOf(inbound.filter(({ date }) => date !== null && date < countedOn)),
    backlog: totalOf(sold),
    units: [...new Set(lines.flatMap(({ unit }) => unit ?? []))],
  };
}

const amountOf = ({ unit, warehouse, batch }: StockLine, quantity: Decimal, item: Item | undefined): Amount => ({
  ...measured(quantity, unit, item),
  ...(warehouse !== undefined && { warehouse }),
  ...(batch !== undefined && { batch }),
});

const turned = <Of extends Measured>(amount: Of): Of => ({ ...amount, quantity: negate(amount.quantity) });

/** What remains for promises when those who bought before it was booked in have got theirs, of their own warehouse first. */
function lessBacklog(sources: readonly Source[], sold: readonly Amount[]): readonly Source[] {
  if (sold.length === 0) return sources;
  const pool = new Pool(sources);
  const holder = { order: '' };
  for (const amount of sold) pool.take({ ...amount, holder, by: null, supplyFrom: null, isTaken: true });
  return pool.rest();
}

/** Asked by every short row of an item, answered once. */
function totalOf(amounts: readonly Measured[]): (unit: string | null) => Decimal {
  const known = new Map<string | null, Decimal>();
  return (unit) => {
    const total =
      known.get(unit) ??
      amounts.reduce((sum, amount) => (isCountedIn(amount, unit) ? add(sum, amount.quantity) : sum), zero);
    known.set(unit, total);
    return total;
  };
}
