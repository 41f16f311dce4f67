import { stamp } from '../../order/stamp.ts';
import { compare, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { AskedChange, AssessedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeDecision } from '../decision.ts';
import { departmentRoles } from '../departments.ts';
import { refuse } from './refuse.ts';

/** C2: what the change does, as one department sees it; said again, its last word counts. */
export function assessChange(
  command: ChangeCommandOf<'assess-change'>,
  change: AskedChange | AssessedChange,
): ChangeDecision {
  const { department, effect, by } = command;
  if (!change.departments.includes(department))
    return no(refuse('assess-change', change, 'change.department-not-asked', { department }));
  const own = departmentRoles[department].assess;
  if (!own.some((role) => by.roles.includes(role)))
    return no({ ...refuse('assess-change', change, 'role.not-allowed'), who: own });
  const odd = [...effect.costs, ...effect.charges].find(({ amount }) => compare(amount, zero) <= 0);
  if (odd !== undefined)
    return no(refuse('assess-change', change, 'change.amount-not-positive', { amount: odd.amount }));
  return ok([{ type: 'change-assessed', assessment: { department, ...effect }, ...stamp(command) }]);
}
