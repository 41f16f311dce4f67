import { checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { publishedKnowledge } from './books.ts';
import type { Caller } from './company.ts';

/** A dry run of posting: the server's own check, with what only it knows. Nothing is stored. */
export async function checkRows(caller: Caller, batch: ParsedBatch): Promise<readonly Finding[]> {
  const knowledge = await publishedKnowledge(caller.company);
  const { today } = caller.moment;
  return checkOrders({ batch, knowledge, today, currency: caller.profile.currency }).findings;
}
