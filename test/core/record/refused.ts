import type { Refusal } from '../../../core/order/refusal.ts';
import type { Result } from '../../../core/value/result.ts';

/** The refusal of whichever record's decision, or a failed test. */
export function refused(decision: Result<unknown, Refusal>): Refusal {
  if (decision.ok) throw new Error(`not refused: ${JSON.stringify(decision.value)}`);
  return decision.reason;
}
