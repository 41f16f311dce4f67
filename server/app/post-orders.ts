import { type BookNeeded, missingBooks } from '../../core/check/missing-books.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { permissions } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { ChangeMeant } from '../../core/wire/known-orders.ts';
import type { Caller } from './company.ts';
import type { Posting } from './enter-order.ts';
import { checked } from './judge.ts';
import { judgedInBatch } from './judged-in-batch.ts';
import { knowledgeFor } from './knowledge.ts';
import { postOrder } from './post-order.ts';

/** What became of one order of a batch (X4). */
export type PostedOrder = Posting & { readonly key: string | null };

export interface PostRequest {
  readonly batch: ParsedBatch;
  /** Hand each order in for review at once. */
  readonly submit: boolean;
  /** Keep those with errors as drafts instead of only saying what is wrong with them. */
  readonly saveDraft: boolean;
  /** What kind of orders they are; absent = normal ones. */
  readonly orderType?: OrderType;
  /** The orders that the sender means to change, as he saw them: others with the same key are refused. Absent = any. */
  readonly changes?: readonly ChangeMeant[];
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
  const knowledge = await knowledgeFor(caller, request.batch);
  const missing = missingBooks(knowledge);
  if (missing.length > 0) return no(withoutBooks(missing));
  // The whole batch first: only together do its orders show that they compete for the same stock.
  const judged = checked(caller, request.batch, knowledge);
  const { batch, requestKey, submit, saveDraft, orderType, changes } = request;
  const asked = { submit, saveDraft, ...(orderType !== undefined && { orderType }), ...(changes && { changes }) };
  const results: PostedOrder[] = [];
  for (const [index, entry] of judged.orders.entries()) {
    const posted = await postOrder(caller, {
      ...asked,
      order: entry.order,
      customerCode: entry.customerCode,
      judged: judgedInBatch(caller, entry, { batch, knowledge, judged }),
      prices: knowledge.prices,
      tables: batch.tables,
      requestKey: `${requestKey}:${index}`,
    });
    results.push({ key: entry.order.key, ...posted });
  }
  return ok(results);
}

const withoutBooks = (missing: readonly BookNeeded[]): Refusal => ({
  code: 'books.missing',
  who: permissions['books.publish'],
  data: { books: missing.join(' ') },
});
