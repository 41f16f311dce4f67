import fc from 'fast-check';
import type { Demand, Source } from '../../../core/stock/source.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

export const date = (text: string): PlainDate => text as PlainDate;
export const decimal = (text: string | number): Decimal => String(text) as Decimal;

/** "5", "5 on 2026-12-01", with a warehouse or a unit where the test is about them. */
export const source = (quantity: number, on: string | null = null, more: Partial<Source> = {}): Source => ({
  quantity: decimal(quantity),
  date: on === null ? null : date(on),
  unit: null,
  ...more,
});

/** Somebody of his own who wants goods by a day, or now; new ones are never supplied unless told otherwise. */
export const demand = (quantity: number, by: string | null = null, more: Partial<Demand> = {}): Demand => ({
  quantity: decimal(quantity),
  by: by === null ? null : date(by),
  unit: null,
  supplyFrom: null,
  holder: { order: `${quantity} by ${by}` },
  ...more,
});

const day = fc.integer({ min: 1, max: 9 }).map((number) => date(`2026-12-0${number}`));
const warehouse = fc.constantFrom('North', 'South');
const unit = fc.constantFrom(null, null, 'piece', 'carton');

/** What an item's stock may look like, and who may want of it, in the order they are served. */
export const sources = fc.array(
  fc.record(
    { quantity: fc.integer({ min: 1, max: 30 }).map(decimal), date: fc.option(day), unit, warehouse },
    { requiredKeys: ['quantity', 'date', 'unit'] },
  ),
  { maxLength: 8 },
) as fc.Arbitrary<Source[]>;

const holders = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((order) => ({ order }));
export const demands = fc.array(
  fc.record(
    {
      holder: fc.constantFrom(...holders),
      quantity: fc.integer({ min: 1, max: 30 }).map(decimal),
      unit,
      by: fc.option(day),
      warehouse,
      supplyFrom: fc.option(day),
    },
    { requiredKeys: ['holder', 'quantity', 'unit', 'by', 'supplyFrom'] },
  ),
  { maxLength: 14 },
) as fc.Arbitrary<Demand[]>;
