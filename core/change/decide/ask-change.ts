import { stamp } from '../../order/stamp.ts';
import { no, ok } from '../../value/result.ts';
import type { ChangeCommandOf, ChangeContext, ChangeDecision } from '../decision.ts';
import { departments } from '../departments.ts';
import { movedOrder, obstacle } from '../possible.ts';
import { refuse } from './refuse.ts';

/** C1: asked against the order as who asks sees it; the plan says which departments will have to answer. */
export function askChange(command: ChangeCommandOf<'ask-change'>, { order, policy }: ChangeContext): ChangeDecision {
  const { number, items, against, source, today } = command;
  if (order === null) return no(refuse('ask-change', null, 'order.not-found', { order: command.order }));
  if (order.content.number !== command.order) throw new Error(`${number}: order ${command.order} was not loaded`);
  const found =
    items.length === 0
      ? ({ code: 'change.nothing' } as const)
      : (movedOrder(against, order) ?? obstacle(items, order, today));
  if (found !== null) return no({ ...refuse('ask-change', null, found.code, found.data), status: order.status });
  const asked = departments.filter((each) => items.some(({ kind }) => policy.departments[kind].includes(each)));
  const change = { number, order: command.order, against, source, items, departments: asked, askedOn: today };
  return ok([{ type: 'change-asked', change, ...stamp(command) }]);
}
