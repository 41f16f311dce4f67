import { stamp } from '../../order/stamp.ts';
import { no, ok } from '../../value/result.ts';
import type { AssessedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeDecision } from '../decision.ts';
import { refuse } from './refuse.ts';

/** C4 (R31): the customer's yes to what was assessed. In writing: an oral one doesn't count. */
export function recordAgreement(command: ChangeCommandOf<'record-agreement'>, change: AssessedChange): ChangeDecision {
  const { form, on, today } = command;
  const paper = command.paper.trim();
  if (paper === '') return no(refuse('record-agreement', change, 'paper.reference-missing'));
  if (on > today) return no(refuse('record-agreement', change, 'date.in-future', { date: on }));
  if (on < change.askedOn)
    return no(refuse('record-agreement', change, 'change.agreed-before-asked', { date: change.askedOn }));
  return ok([{ type: 'change-agreed', agreement: { form, on, paper }, ...stamp(command) }]);
}
