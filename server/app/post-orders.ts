import type { CheckedEntry, CheckResult } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Knowledge } from '../../core/check/knowledge.ts';
import { type BookNeeded, missingBooks } from '../../core/check/missing-books.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { permissions } from '../../core/policy/permissions.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Caller } from './company.ts';
import type { Posting } from './enter-order.ts';
import { checked, shownTo } from './judge.ts';
import { knowledgeFor } from './knowledge.ts';
import { postOrder } from './post-order.ts';
import { saveDraft } from './save-draft.ts';
import { against, asBefore } from './turned-away.ts';

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
  const results: PostedOrder[] = [];
  for (const [index, entry] of judged.orders.entries()) {
    const post = { ...request, requestKey: `${request.requestKey}:${index}`, knowledge, judged };
    results.push({ key: entry.order.key, ...(await posted(caller, entry, post)) });
  }
  return ok(results);
}

interface PostOne extends PostRequest {
  readonly knowledge: Knowledge;
  readonly judged: CheckResult;
}

async function posted(caller: Caller, entry: CheckedEntry, post: PostOne): Promise<Posting> {
  const { order, checked: sound } = entry;
  const findings = shownTo(caller, entry.findings);
  if (sound === null)
    return withErrors(caller, entry, { ...post, findings: against(order, findings, post.batch, post.judged) });
  const { submit, requestKey, batch } = post;
  return postOrder(caller, {
    order,
    checked: sound,
    findings,
    tables: batch.tables,
    submit,
    requestKey,
    ...typeOf(post),
  });
}

/** The order is here as it was; or it is kept as a draft, where that was asked for and it is clear whose it is. */
async function withErrors(
  caller: Caller,
  { order, customerCode }: CheckedEntry,
  post: PostOne & { readonly findings: readonly Finding[] },
): Promise<Posting> {
  const { findings, knowledge, requestKey } = post;
  const known = await asBefore(caller, order, customerCode, post.submit);
  if (known !== null) return known;
  if (!post.saveDraft || customerCode === null) return { outcome: 'findings', findings };
  const { customers } = knowledge;
  return saveDraft(caller, { order, customerCode, findings, customers, requestKey, ...typeOf(post) });
}

const typeOf = ({ orderType }: PostRequest) => (orderType === undefined ? {} : { orderType });

const withoutBooks = (missing: readonly BookNeeded[]): Refusal => ({
  code: 'books.missing',
  who: permissions['books.publish'],
  data: { books: missing.join(' ') },
});
