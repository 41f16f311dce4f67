import type { Refusal } from '../../core/order/refusal.ts';
import { no, type Result } from '../../core/value/result.ts';

/**
 * Thrown by a decision that finds another state than the one its transaction was prepared for: what to lock and load was
 * looked up before, and somebody was quicker. Nothing was kept.
 */
export class LookAgain extends Error {
  override readonly name = 'LookAgain';
}

/** As often as others may come in between; each time somebody else has got something done. */
const mostTries = 8;

/** Prepares and decides anew as long as others come in between; only then the user is told that things have changed. */
export async function lookingAgain<Answer>(
  attempt: () => Promise<Result<Answer, Refusal>>,
): Promise<Result<Answer, Refusal>> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LookAgain)) throw error;
    }
  }
  return no({ code: 'version.stale' });
}
