import type { Refusal } from '../../core/order/refusal.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Transaction } from '../ports.ts';
import type { Caller } from './company.ts';

/** One attempt to change something: its key, and what it asks, so that a key used again for something else is noticed. */
export interface Attempt {
  /** The Idempotency-Key header. */
  readonly requestKey: string;
  readonly asks: unknown;
}

interface Remembered<Answer> {
  readonly asked: string;
  readonly answer: Answer;
}

/**
 * Runs a decision at most once per user and request key: the same attempt sent again gets the answer of the first time,
 * whatever happened since (X4). The same key with another request is refused: answering it would hide that nothing was done.
 */
export async function once<Answer>(
  caller: Caller,
  { requestKey, asks }: Attempt,
  transaction: Omit<Transaction<Answer>, 'requestKey'>,
): Promise<Result<Answer, Refusal>> {
  const { store, secrets } = caller.company;
  const asked = secrets.hash(canonicalJson(asks));
  const outcome = await store.transact<Remembered<Answer>>({
    ...transaction,
    requestKey: `${caller.user.id}:${requestKey}`,
    decide(loaded) {
      const decision = transaction.decide(loaded);
      return 'refuse' in decision ? decision : { ...decision, answer: { asked, answer: decision.answer } };
    },
  });
  // Its answer belongs to another request.
  const reused = outcome.outcome === 'done' && outcome.answer.asked !== asked;
  if (reused) return no({ code: 'request-key.reused' });
  caller.decided.at(outcome.position);
  if (outcome.outcome === 'refused') return no(outcome.refusal);
  return ok(outcome.answer.answer);
}
