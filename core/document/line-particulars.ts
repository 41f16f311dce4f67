import type { OrderLine } from '../order/state.ts';
import { formatDate } from './format.ts';
import { type PaperContext, together } from './paper-model.ts';

/**
 * What a line has of its own, as the customer must know it: where it goes, from which batch, by when it is to arrive; null
 * where the order says it all. Which warehouse it comes from is no business of his.
 * @param batches those it is from, where that is known; else the one that was ordered
 */
export function lineParticulars(
  { address, agreedArrival, batch }: Pick<OrderLine, 'address' | 'agreedArrival' | 'batch'>,
  { locale, words }: PaperContext,
  batches: readonly string[] = batch === undefined ? [] : [batch],
): string | null {
  return together(
    address && words('documents:line.address', { address }),
    batches.length > 0 ? words('documents:line.batch', { batch: batches.join(', ') }) : undefined,
    agreedArrival && words('documents:line.agreedArrival', { date: formatDate(agreedArrival, locale) }),
  );
}
