import { stamp } from '../../order/stamp.ts';
import { compare, isZero, sum, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { AgreedChange, AssessedChange, CosignedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeDecision } from '../decision.ts';
import { lossOf } from '../loss.ts';
import { refuse } from './refuse.ts';

/** C3 (R32): the loss goes to whom it belongs, or is shared as agreed; to the last cent. */
export function settleLoss(
  command: ChangeCommandOf<'settle-loss'>,
  change: AssessedChange | AgreedChange | CosignedChange,
): ChangeDecision {
  const { shares } = command;
  const basis = command.basis.trim();
  const loss = lossOf(change);
  if (isZero(loss)) return no(refuse('settle-loss', change, 'change.no-loss'));
  const odd = shares.find(({ amount }) => compare(amount, zero) <= 0);
  if (odd !== undefined) return no(refuse('settle-loss', change, 'change.amount-not-positive', { amount: odd.amount }));
  const shared = sum(shares.map(({ amount }) => amount));
  if (compare(shared, loss) !== 0) return no(refuse('settle-loss', change, 'change.shares-differ', { shared, loss }));
  if (basis === '') return no(refuse('settle-loss', change, 'paper.reference-missing'));
  return ok([{ type: 'change-loss-settled', loss: { shares, basis }, ...stamp(command) }]);
}
