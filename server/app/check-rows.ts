import { type CheckResult, checkOrders } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { publishedKnowledge } from './books.ts';
import type { Caller } from './company.ts';

/** The one rule set (X9), with the company's day and currency. */
export const checked = ({ profile, moment }: Caller, batch: ParsedBatch, knowledge: Knowledge): CheckResult =>
  checkOrders({ batch, knowledge, today: moment.today, currency: profile.currency });

/** A dry run of posting: the server's own check, with what only it knows. Nothing is stored. */
export async function checkRows(caller: Caller, batch: ParsedBatch): Promise<readonly Finding[]> {
  return checked(caller, batch, await publishedKnowledge(caller.company)).findings;
}
