import type { ChangeNumber, ChangeRequest, ChangeStatus, Effect } from '../../../core/change/change.ts';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import type { ChangeableOrder } from '../../../core/change/changeable-order.ts';
import { revisionOf } from '../../../core/change/changeable-order.ts';
import type { ChangeCommand } from '../../../core/change/command.ts';
import { decideChange } from '../../../core/change/decide/decide.ts';
import type { ChangeContext, ChangeDecision } from '../../../core/change/decision.ts';
import type { Department } from '../../../core/change/departments.ts';
import type { ChangeEvent } from '../../../core/change/event.ts';
import { replayChange } from '../../../core/change/evolve.ts';
import type { ChangePolicy } from '../../../core/change/policy.ts';
import type { OrderLine, PostedContent } from '../../../core/order/state.ts';
import { sum } from '../../../core/value/decimal.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, head, line, manager, number, person, quantity, today } from '../order/sample-order.ts';
import { standardChangePolicy } from '../policy/standard-policies.ts';

export const production = person('sheng', 'production-head');
export const purchasing = person('cai', 'purchasing');
export const moneyManager = person('jin', 'finance-manager');
export const director = person('dong', 'director');
export const general = person('zong', 'general-manager');
export const storeman = person('ku', 'warehouse');
const signers: Readonly<Partial<Record<Department, typeof production>>> = {
  production,
  purchasing,
  finance: moneyManager,
  warehouse: storeman,
  quality: person('jian', 'quality'),
  technical: person('ji', 'technical'),
};
export const signerOf = (department: Department): typeof production => {
  const found = signers[department];
  if (found === undefined) throw new Error(`nobody signs for ${department}`);
  return found;
};

export const so = number();
export const cr = 'CR-202611-00001' as ChangeNumber;
export const policy: ChangePolicy = standardChangePolicy;
export const nothing: Effect = { costs: [], charges: [], dates: [], stock: [], statement: 'no effect' };
export const costing = (amount: string): Effect => ({
  ...nothing,
  costs: [{ what: 'material cut already', amount: quantity(amount) }],
});

/** 10 × A01 by 3 December and 5 × B02 by 5 December, to ship, nothing begun, letter 1. */
export function orderToShip(more: Partial<ChangeableOrder> = {}, lines?: readonly OrderLine[]): ChangeableOrder {
  const own = lines ?? [
    { ...line('A01', '10', { dueDate: date('2026-12-03') }), line: 1 },
    { ...line('B02', '5', { dueDate: date('2026-12-05'), specification: 'M8' }), line: 2 },
  ];
  const content: PostedContent = {
    number: so,
    orderKey: 'key',
    contentHash: 'hash-1',
    key: 'PO-1',
    customer: { code: 'C001', name: 'Harbour', address: 'Pier 1' },
    currency: 'CNY',
    lines: own,
    total: sum(own.map(({ amount }) => amount)),
  };
  return {
    content,
    status: 'to-ship',
    letter: 1,
    lastLine: own.length,
    lines: own.map((each) => ({ line: each.line, shipped: quantity('0'), begun: false })),
    ...more,
  };
}

export const supply = (lineNumber: number, shipped: string, begun = true): ChangeableOrder['lines'][number] => ({
  line: lineNumber,
  shipped: quantity(shipped),
  begun,
});
/** 4 of the 10 have left, production of the rest has begun. */
export const partShipped = (): ChangeableOrder =>
  orderToShip({ status: 'part-shipped', lines: [supply(1, '4'), supply(2, '0', false)] });
export const inProduction = (): ChangeableOrder => orderToShip({ lines: [supply(1, '0'), supply(2, '0', false)] });

export const fewer: ChangeItem = { kind: 'line-quantity', line: 1, quantity: quantity('8') };
export const dearer: ChangeItem = { kind: 'line-price', line: 1, unitPrice: quantity('3') };
export const cancel: ChangeItem = { kind: 'cancel' };

type Body<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'today' | 'policy' | 'reason'> : never;
export const asking = (items: readonly ChangeItem[], order: ChangeableOrder): Body<ChangeCommand> => ({
  type: 'ask-change',
  number: cr,
  order: so,
  against: revisionOf(order),
  source: { from: 'customer', paper: 'mail of 21 November' },
  items,
});
export const agreeing = {
  type: 'record-agreement',
  form: 'signed-form',
  on: today,
  paper: 'CR-202611-00001 signed',
} as const;

/** One change request and its order: what the server does around decideChange. */
export class Desk {
  readonly kept: ChangeEvent[] = [];
  order: ChangeableOrder;
  readonly policy: ChangePolicy;

  constructor(order: ChangeableOrder = orderToShip(), rules: ChangePolicy = policy) {
    this.order = order;
    this.policy = rules;
  }

  change = (): ChangeRequest => replayChange(this.kept);
  status = (): ChangeStatus | 'none' => (this.kept.length === 0 ? 'none' : this.change().status);
  context = (): ChangeContext => ({ order: this.order, policy: this.policy });

  do(body: Body<ChangeCommand>, who = clerk, reason?: string, day = today): ChangeDecision {
    const command = { ...body, ...by(who, day, reason) } as ChangeCommand;
    const decision = decideChange(command, this.kept.length === 0 ? null : this.change(), this.context());
    if (decision.ok) this.kept.push(...decision.value);
    return decision;
  }
}

const steps: Readonly<Record<'asked' | 'assessed' | 'agreed' | 'cosigned' | 'approved' | 'in-force', number>> = {
  asked: 1,
  assessed: 2,
  agreed: 3,
  cosigned: 4,
  approved: 5,
  'in-force': 6,
};

/** A change on its plain way, with no cost, approved by the sales manager, as far as the status. */
export function changeAt(
  status: keyof typeof steps,
  items: readonly ChangeItem[] = [fewer],
  order: ChangeableOrder = orderToShip(),
  effect: Effect = nothing,
  rules: ChangePolicy = policy,
): Desk {
  const desk = new Desk(order, rules);
  const upTo = steps[status];
  events(desk.do(asking(items, order), clerk, 'fewer needed'));
  const { departments } = desk.change();
  const [first] = departments;
  if (upTo > 1)
    for (const department of departments)
      events(
        desk.do(
          { type: 'assess-change', department, effect: department === first ? effect : nothing },
          signerOf(department),
        ),
      );
  if (upTo > 2) events(desk.do(agreeing));
  if (upTo > 3)
    for (const department of departments)
      events(desk.do({ type: 'cosign-change', department, agrees: true, statement: 'fine' }, signerOf(department)));
  if (upTo > 4) events(desk.do({ type: 'approve-change' }, manager));
  if (upTo > 5) events(desk.do({ type: 'bring-into-force' }, head));
  return desk;
}
