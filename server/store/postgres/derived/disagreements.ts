import type { Disagreement } from '../../kept-companies.ts';
import type { Moment } from '../snapshot/moment.ts';
import { sourceDifferences } from '../sources/differences.ts';
import { orderDifferences } from './of-orders.ts';
import { recordDifferences, recordsOf } from './of-records.ts';
import { seriesDifferences } from './of-series.ts';
import { strays } from './strays.ts';

/**
 * Where the tables that things are looked up in aren't what follows from the events, worked out anew from nothing but these. A record whose
 * events make no sense has nothing that follows from it. `footprint` is a hint and isn't compared.
 */
export async function disagreements(moment: Moment): Promise<readonly Disagreement[]> {
  const { shipments, found } = await recordDifferences(moment);
  return [
    ...found,
    ...(await orderDifferences(moment, recordsOf(moment, 'order'), shipments)),
    ...(await seriesDifferences(moment)),
    ...(await strays(moment)),
    ...(await sourceDifferences(moment)),
  ];
}
