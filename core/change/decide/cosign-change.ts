import { stamp } from '../../order/stamp.ts';
import { no, ok } from '../../value/result.ts';
import type { AgreedChange, CosignedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeDecision } from '../decision.ts';
import { departmentRoles } from '../departments.ts';
import { refuse } from './refuse.ts';

/** C5: one square of the co-signing grid 会签. An objection stands until its department signs again. */
export function cosignChange(
  command: ChangeCommandOf<'cosign-change'>,
  change: AgreedChange | CosignedChange,
): ChangeDecision {
  const { department, agrees, by } = command;
  const statement = command.statement.trim();
  if (!change.departments.includes(department))
    return no(refuse('cosign-change', change, 'change.department-not-asked', { department }));
  const own = departmentRoles[department].sign;
  if (!own.some((role) => by.roles.includes(role)))
    return no({ ...refuse('cosign-change', change, 'role.not-allowed'), who: own });
  if (statement === '') return no(refuse('cosign-change', change, 'change.statement-missing'));
  return ok([{ type: 'change-cosigned', signature: { department, agrees, statement }, ...stamp(command) }]);
}
