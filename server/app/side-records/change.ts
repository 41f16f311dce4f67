import type { ChangeRequest } from '../../../core/change/change.ts';
import { changeActions } from '../../../core/change/change-actions.ts';
import { revisionOf } from '../../../core/change/changeable-order.ts';
import { changeableOrderOf } from '../../../core/change/changeable-order-of.ts';
import type { ChangeCommand, ChangeCommandType } from '../../../core/change/command.ts';
import { decideChange } from '../../../core/change/decide/decide.ts';
import type { ChangeContext } from '../../../core/change/decision.ts';
import { departmentRoles } from '../../../core/change/departments.ts';
import { changePolicyOf } from '../../../core/change/policy.ts';
import { changeLifecycle } from '../../../core/change/transitions.ts';
import { closedRecordDoor } from '../../../core/record/door.ts';
import { no, unreachable } from '../../../core/value/result.ts';
import type { ChangeAsked } from '../../../core/wire/side-records/change.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import { checkedItems } from './check-change.ts';
import type { Decided, RecordUse, Situation } from './record-use.ts';

/** Change requests (R31–R33). */
export const changeUse: RecordUse<'change', ChangeAsked> = {
  kind: 'change',
  named: (request) => (request.type === 'ask-change' ? { orders: [request.order] } : {}),
  decide(request, situation) {
    const context = contextOf(situation);
    if (request.type === 'ask-change') return asked(request, situation, context);
    const { reason: _reason, ...command } = request;
    return decideChange({ ...command, ...situation.meta } as ChangeCommand, situation.state, context);
  },
};

/** Its order as it stands now, and the rules of the day. */
const contextOf = ({ caller, orders: [about] }: Situation<'change'>): ChangeContext => ({
  order: about === undefined ? null : changeableOrderOf(about, about.events),
  policy: changePolicyOf(caller.policy),
});

function asked(
  request: Extract<ChangeAsked, { readonly type: 'ask-change' }>,
  situation: Situation<'change'>,
  context: ChangeContext,
): Decided<'change'> {
  const { number, meta } = situation;
  const closed = closedRecordDoor(changeLifecycle, { type: request.type, ...meta }, null);
  if (closed !== null) return no(closed);
  if (context.order === null) return no({ code: 'order.not-found', data: { order: request.order } });
  const items = checkedItems(request.items, context.order.content, situation);
  if (!items.ok) return { findings: items.reason };
  const { reason: _reason, against = revisionOf(context.order), ...rest } = request;
  const command = { ...rest, number, against, items: items.value, ...meta } as ChangeCommand;
  return decideChange(command, null, context);
}

/** Whether it is this caller's turn: his department hasn't answered or signed yet, or it is his to approve. */
export function waitsForCaller(change: ChangeRequest, caller: Caller): boolean {
  const speaks = (act: 'assess' | 'sign') => (department: ChangeRequest['departments'][number]) =>
    departmentRoles[department][act].some((role) => caller.user.roles.includes(role));
  switch (change.status) {
    case 'asked': {
      const answered = new Set(change.assessments.map(({ department }) => department));
      return change.departments.filter((department) => !answered.has(department)).some(speaks('assess'));
    }
    case 'agreed': {
      const signed = new Set(change.signatures.filter(({ agrees }) => agrees).map(({ department }) => department));
      return change.departments.filter((department) => !signed.has(department)).some(speaks('sign'));
    }
    case 'assessed':
    case 'cosigned':
    case 'approved': {
      const next = nextCommand[change.status];
      return changeActions(change, actorOf(caller)).some(({ command, allowed }) => allowed && command === next);
    }
    case 'in-force':
    case 'refused':
    case 'withdrawn':
      return false;
    default:
      return unreachable(change);
  }
}

/** What takes it further; a correction or a settlement of loss may come before, but nobody waits for one. */
const nextCommand = {
  assessed: 'record-agreement',
  cosigned: 'approve-change',
  approved: 'bring-into-force',
} as const satisfies Partial<Record<ChangeRequest['status'], ChangeCommandType>>;

export const changeViewOf = ({ state, version }: RecordOf<'change'>, caller: Caller) => ({
  ...state,
  version,
  actions: changeActions(state, actorOf(caller)),
});
