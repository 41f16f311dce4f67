import type { Actor } from '../policy/roles.ts';
import { type RecordAction, recordActions } from '../record/record-actions.ts';
import type { ChangeRequest } from './change.ts';
import type { ChangeCommandType } from './command.ts';
import { refuse } from './decide/refuse.ts';
import { departmentRoles } from './departments.ts';
import { changeLifecycle } from './transitions.ts';

/** What this person can do with a change request now: also whether a department that is asked is his. */
export const changeActions = (change: ChangeRequest, by: Actor): readonly RecordAction<ChangeCommandType>[] =>
  recordActions(changeLifecycle, change, by).map((action) => {
    const act = actOf[action.command];
    if (!action.allowed || act === undefined) return action;
    const who = [...new Set(change.departments.flatMap((department) => departmentRoles[department][act]))];
    if (who.some((role) => by.roles.includes(role))) return action;
    return { ...action, allowed: false, refusal: { ...refuse(action.command, change, 'role.not-allowed'), who } };
  });

/** Commands that a department speaks in. */
const actOf: { readonly [Command in ChangeCommandType]?: 'assess' | 'sign' } = {
  'assess-change': 'assess',
  'cosign-change': 'sign',
};
