import type { Held } from '../stock/held.ts';
import { type Measured, measured } from '../stock/measure.ts';
import type { Stock } from '../stock/stock.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, zero } from '../value/decimal.ts';
import type { Detail, DetailEntry } from './detail.ts';
import type { Shown } from './finding.ts';
import type { Item, PriceBook } from './knowledge.ts';
import type { LineStock } from './stock-plan.ts';
import { substitutesOf } from './substitutes.ts';

export type AnsweredLine = LineStock & { readonly kind: 'answered' };

const date = (value: string): Shown => ({ kind: 'date', value });
const text = (value: string): Shown => ({ kind: 'text', value });
const counted = (value: Decimal, unit: string | undefined): Shown =>
  unit ? { kind: 'quantity', value, unit } : { kind: 'quantity', value };

/** What there is to say about a row that is short: why, when it can be met, and with what else (X3, R22, R24). */
export const shortageDetails = (short: AnsweredLine, stock: Stock, prices: PriceBook | null): readonly Detail[] => [
  ...heldBy(short),
  ...notCounted(short),
  ...whenMet(short),
  ...inParts(short),
  ...freeSubstitutes(short, stock, prices),
];

function heldBy({ answer: { held } }: AnsweredLine): readonly Detail[] {
  if (!held) return [];
  const known = saidOf.get(held);
  if (known) return known;
  const said = inWords(held);
  saidOf.set(held, said);
  return said;
}

/** Thousands of rows that come too late for one item are told the same. */
const saidOf = new WeakMap<Held, readonly Detail[]>();

function inWords(held: Held): readonly Detail[] {
  const list = held.named.map(({ holder: { order, dueDate }, quantity }): DetailEntry => {
    const values = { order: text(order), quantity: counted(quantity, undefined) };
    return dueDate === undefined
      ? { code: 'holder', values }
      : { code: 'holder-due', values: { ...values, due: date(dueDate) } };
  });
  if (held.others !== zero)
    list.push({ code: 'holders-besides', values: { quantity: counted(held.others, undefined) } });
  return list.length === 0 ? [] : [{ code: 'held', list }];
}

/** What somebody who looks at the stock sheet might think is there. */
function notCounted({ demand: { unit }, stock, wanted: { word } }: AnsweredLine): Detail[] {
  const said: Detail[] = [];
  const say = (code: Detail['code'], quantity: Decimal) =>
    quantity === zero || said.push({ code, values: { quantity: counted(quantity, word) } });
  say('counted-below-zero', stock.backlog(unit));
  say('on-its-way-undated', stock.undated(unit));
  say('on-its-way-overdue', stock.overdue(unit));
  return said;
}

function whenMet({ answer: { complete, needsSupply }, demand: { by } }: AnsweredLine): Detail[] {
  if (complete === null) return [];
  const supplied = by !== null && complete <= by ? 'all-supplied-in-time' : 'all-when-supplied';
  return [{ code: needsSupply ? supplied : 'all-on', values: { on: date(complete) } }];
}

/** Only where it tells more than one date for all does. */
function inParts({ answer: { complete, parts }, demand: { by }, wanted: { word } }: AnsweredLine): Detail[] {
  const isOneDelivery = parts.length === 1 && (complete !== null || parts[0]?.on === null);
  if (parts.length === 0 || isOneDelivery || (complete !== null && by !== null && complete <= by)) return [];
  const list = parts.map(({ on, quantity }): DetailEntry => {
    const values = { quantity: counted(quantity, word) };
    if (on === null) return { code: by === null ? 'part-now' : 'part-in-time', values };
    return { code: 'part-on', values: { ...values, on: date(on) } };
  });
  return [{ code: 'in-parts', list }];
}

/** More to choose from nobody reads. */
const namedSubstitutes = 3;

/** Of which something is free by the row's date, when everybody else has got his. */
function freeSubstitutes({ demand: { by }, line }: AnsweredLine, stock: Stock, prices: PriceBook | null): Detail[] {
  if (!prices || line.item.kind !== 'found') return [];
  const list = substitutesOf(line.item.entry, prices)
    .map((item) => ({ item, free: freeOf(item, stock, by) }))
    .filter(({ free }) => compare(free.quantity, zero) > 0)
    .slice(0, namedSubstitutes)
    .map(
      ({ item: { code, name }, free: { quantity, word } }): DetailEntry => ({
        code: 'substitute',
        values: { item: text(name ? `${code} ${name}` : code), quantity: counted(quantity, word) },
      }),
    );
  return list.length === 0 ? [] : [{ code: 'substitutes', list }];
}

function freeOf(item: Item, stock: Stock, by: PlainDate | null): Measured {
  const { unit, word } = measured(zero, item.unit, item);
  const quantity = stock.ofItem(item)?.pool.freeBy({ by, unit }) ?? zero;
  return { quantity, unit, word };
}
