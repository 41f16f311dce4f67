import type { CheckedOrder } from '../../../core/check/checked-order.ts';
import type { CommandOf } from '../../../core/order/decide/decision.ts';
import { isGiven } from '../../../core/order/order-type.ts';
import type { OrderStatus } from '../../../core/order/status.ts';
import type { Month } from '../../../core/value/date.ts';
import { events, Office } from './office.ts';
import {
  archivist,
  auditor,
  boss,
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  head,
  manager,
  number,
  planner,
  posting,
  quantity,
  shipper,
  today,
} from './sample-order.ts';

const so = number();

/** An office whose order SO-202611-00001 stands at the status; 'received' takes a class A order. */
export function orderAt(
  status: OrderStatus,
  order: CheckedOrder = checkedOrder(undefined, status === 'received' ? 'A' : 'B'),
  policy?: Office['policy'],
  posted: Partial<CommandOf<'post-order'>> = {},
): Office {
  const office = new Office({ A01: '50', B02: '50' }, policy);
  for (const step of routes[status]) events<unknown>(actions[step](office, { ...posted, order }));
  if (office.status(so) !== status) throw new Error(`walked to ${office.status(so)}, not ${status}`);
  return office;
}

/** Ten years and the rest of the year later. */
export const afterKeeping = date('2037-01-01');
export const destroy = (who: typeof head) =>
  ({ type: 'sign-destruction', ...by(who, afterKeeping, 'kept long enough') }) as const;

/** What is given is answered for in writing, above the head of the order desk. */
const approval = (office: Office) =>
  ({ type: 'approve-order', statement: 'for a trial', ...by(isGiven(office.order(so)) ? manager : head) }) as const;

type Step = keyof typeof actions;
const actions = {
  post: (office: Office, posted: Partial<CommandOf<'post-order'>>) =>
    office.do(so, posting(by(clerk), { ...posted, submit: false })),
  submit: (office: Office) => office.do(so, { type: 'submit-order', ...by(clerk) }),
  void: (office: Office) => office.do(so, { type: 'void-order', ...by(clerk, today, 'typing error') }),
  approve: (office: Office) => office.do(so, approval(office)),
  made: (office: Office) => office.do(so, { ...approval(office), supply: [{ line: 2, mode: 'production' }] }),
  begin: (office: Office) => office.do(so, { type: 'begin-supply', readyOn: today, ...by(planner) }),
  letter: (office: Office) => office.do(so, { type: 'issue-letter', ...by(clerk) }),
  back: (office: Office) => office.do(so, { type: 'record-countersign', on: today, ...by(clerk) }),
  release: (office: Office) => office.do(so, { type: 'release-order', ...by(clerk) }),
  part: (office: Office) => office.ship({ lines: [{ order: so, line: 1, quantity: quantity('4') }], ...by(shipper) }),
  ship: (office: Office) => office.ship({ order: so, lines: [], ...by(shipper) }),
  receive: (office: Office) => {
    const [shipment] = office.shipmentsOf(so);
    if (shipment === undefined) throw new Error('nothing was shipped');
    return office.receive(shipment.number, { on: today, ...by(clerk) });
  },
  close: (office: Office) => office.do(so, { type: 'close-order', ...by(finance) }),
  archive: (office: Office) => office.do(so, { type: 'archive-order', month: '2026-11' as Month, ...by(archivist) }),
  'destroy-gm': (office: Office) => office.do(so, destroy(boss)),
  'destroy-archivist': (office: Office) => office.do(so, destroy(archivist)),
  'destroy-finance': (office: Office) => office.do(so, destroy(controller)),
  'destroy-auditor': (office: Office) => office.do(so, destroy(auditor)),
  cancel: (office: Office) => office.do(so, { type: 'cancel-order', ...by(manager, today, 'customer withdrew') }),
};

const destruction: readonly Step[] = ['destroy-gm', 'destroy-archivist', 'destroy-finance', 'destroy-auditor'];
const confirmed: readonly Step[] = ['post', 'submit', 'approve'];
const toMake: readonly Step[] = ['post', 'submit', 'made'];
const released: readonly Step[] = [...confirmed, 'letter', 'back'];
const completed: readonly Step[] = [...released, 'ship', 'receive'];
const routes: Readonly<Record<OrderStatus, readonly Step[]>> = {
  draft: ['post'],
  'in-review': ['post', 'submit'],
  'to-confirm': confirmed,
  'awaiting-countersign': [...confirmed, 'letter'],
  'to-supply': [...toMake, 'letter', 'back'],
  'in-supply': [...toMake, 'letter', 'back', 'begin'],
  'to-ship': released,
  'part-shipped': [...released, 'part'],
  shipped: [...released, 'ship'],
  received: [...confirmed, 'letter', 'release', 'ship', 'receive'],
  completed,
  closed: [...completed, 'close'],
  archived: [...completed, 'close', 'archive'],
  destroyed: [...completed, 'close', 'archive', ...destruction],
  void: ['post', 'void'],
  cancelled: [...confirmed, 'cancel'],
};
