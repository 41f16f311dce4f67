import { add, compare, type Decimal, maximum, subtract, sum, zero } from '../value/decimal.ts';
import type { ChangeContent } from './change.ts';

/** What nobody pays for: what the change costs us beyond what the customer pays on top. */
export function lossOf({ assessments }: Pick<ChangeContent, 'assessments'>): Decimal {
  const costs = sum(assessments.flatMap((assessment) => assessment.costs.map(({ amount }) => amount)));
  const charges = sum(assessments.flatMap((assessment) => assessment.charges.map(({ amount }) => amount)));
  return maximum(zero, subtract(costs, charges));
}

/** Whether who bears the loss is on record, for the loss as it is assessed now. */
export function isLossSettled(change: Pick<ChangeContent, 'assessments' | 'loss'>): boolean {
  const shared = (change.loss?.shares ?? []).reduce((total, { amount }) => add(total, amount), zero);
  return compare(shared, lossOf(change)) === 0;
}
