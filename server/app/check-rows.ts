import type { Finding } from '../../core/check/finding.ts';
import { missingBooks } from '../../core/check/missing-books.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Caller } from './company.ts';
import { against } from './findings-against.ts';
import { checked, shownTo } from './judge.ts';
import { knowledgeFor } from './knowledge.ts';
import { asBefore } from './turned-away.ts';

/**
 * A dry run of posting: the server's own check, with what only it knows, and what posting would not take and why. Nothing is
 * stored.
 */
export async function checkRows(caller: Caller, batch: ParsedBatch) {
  const knowledge = await knowledgeFor(caller, batch);
  const judged = checked(caller, batch, knowledge);
  const turnedAway: { order: number; findings: readonly Finding[] }[] = [];
  for (const [index, { order, checked: sound, findings, customerCode }] of judged.orders.entries()) {
    if (sound !== null || (await asBefore(caller, order, customerCode, true)) !== null) continue;
    const errors = against(order, findings, batch, judged).filter(({ severity }) => severity === 'error');
    turnedAway.push({ order: index, findings: shownTo(caller, errors) });
  }
  return { findings: shownTo(caller, judged.findings), missing: missingBooks(knowledge), turnedAway };
}
