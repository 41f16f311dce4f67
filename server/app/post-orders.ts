import type { CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { permissions } from '../../core/policy/permissions.ts';
import type { ParsedBatch, ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import { publishedKnowledge } from './books.ts';
import { checked } from './check-rows.ts';
import type { Caller } from './company.ts';
import { type Posting, postOrder } from './post-order.ts';

/** What became of one order of a batch (X4). */
export type PostedOrder = Posting & { readonly key: string | null };

export interface PostRequest {
  readonly batch: ParsedBatch;
  /** Hand each order in for review at once. */
  readonly submit: boolean;
  readonly requestKey: string;
}

/**
 * Posts a batch: each order is a transaction of its own, so that one with errors doesn't stop the others, and they get
 * their numbers in the order of the sheet. What the sender checked counts for nothing: every order is checked again here.
 */
export async function postOrders(
  caller: Caller,
  request: PostRequest,
): Promise<Result<readonly PostedOrder[], Refusal>> {
  const knowledge = await publishedKnowledge(caller.company);
  const missing = missingBooks(knowledge);
  if (missing !== null) return no(missing);
  // The whole batch first: only together do its orders show that they compete for the same stock.
  const judged = checked(caller, request.batch, knowledge);
  const results: PostedOrder[] = [];
  for (const [index, { order, checked: sound, findings }] of judged.orders.entries()) {
    const posting: Posting =
      sound === null
        ? { outcome: 'findings', findings: [...ofItsSheets(order, request.batch, judged), ...findings] }
        : await postOrder(caller, {
            order,
            checked: sound,
            findings,
            tables: request.batch.tables,
            submit: request.submit,
            requestKey: `${request.requestKey}:${index}`,
          });
    results.push({ key: order.key, ...posting });
  }
  return ok(results);
}

/** Without a price list and customers nothing could be said against any row: an order isn't taken unchecked. */
function missingBooks(knowledge: Knowledge): Refusal | null {
  const missing = (['prices', 'customers'] as const).filter((book) => knowledge[book] === null);
  if (missing.length === 0) return null;
  return { code: 'books.missing', who: permissions['books.publish'], data: { books: missing.join(' ') } };
}

/** Errors of a whole sheet stop its orders too and must be named with them. */
function ofItsSheets(order: ParsedOrder, { tables }: ParsedBatch, { sheetFindings }: CheckResult): readonly Finding[] {
  const own = order.lines.map(({ table }) => tables[table]);
  return sheetFindings.filter(
    ({ severity, file, sheet }) =>
      severity === 'error' && own.some((table) => table?.sheet === sheet && table.file === file),
  );
}
