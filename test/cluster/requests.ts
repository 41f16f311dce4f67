import { recheckPoints } from '../../core/shipment/recheck.ts';
import type { CallName } from '../../core/wire/endpoints.ts';
import type { CastRole } from '../../server/cli/scenarios/cast.ts';
import { batchOf } from '../../server/cli/scenarios/office-day/goods.ts';
import { hardwareCustomers, hardwareItems } from '../../server/samples/hardware-data.ts';
import { today } from './fixed-office.ts';
import type { Random } from './random.ts';

/** What somebody asks of the server: an endpoint of the table with what it takes. */
export interface Asked {
  readonly user: CastRole;
  readonly endpoint: CallName;
  readonly input: { readonly params?: object; readonly query?: object; readonly body?: unknown };
}
/** What the clients know of an order: enough to ask for what might be its next step. */
export interface KnownOrder {
  readonly number: string;
  readonly customerCode: string;
  status: string;
  readonly shipments: string[];
}

/** Few enough that everybody wants the same: 48 to 90 pieces each, gone after some orders, and one nobody runs out of. */
const items = hardwareItems.filter(({ code }) => ['FL004', 'QF004', 'DJ001', 'DJ002', 'LM001'].includes(code));
const customers = hardwareCustomers.filter(({ customerClass }) => customerClass === 'A');
/** Customers' own numbers that are posted again and again. */
const sharedNumbers = 12;

export function posting(random: Random): Asked {
  const item = random.pick(items);
  const po = random.chance(0.1) ? `PO-${random.whole(1, sharedNumbers)}` : `PO-${random.key()}`;
  const body = batchOf({
    po,
    customer: random.pick(customers).name,
    item: item.code,
    quantity: String(random.whole(3, 15)),
    unitPrice: String(item.price),
    dueDate: '2026-12-04',
  });
  return { user: 'sales', endpoint: 'postOrders', input: { body, query: { submit: 'true' } } };
}

const command = (user: CastRole, { number }: KnownOrder, body: object): Asked => ({
  user,
  endpoint: 'commandOrder',
  input: { params: { number }, body },
});

/** What its status asks for next; undefined where nothing is left to be done. */
export function nextStep(order: KnownOrder, random: Random): Asked | undefined {
  switch (order.status) {
    case 'draft':
      return command('sales', order, { type: 'submit-order' });
    case 'in-review':
      return command('order-desk-head', order, { type: 'approve-order' });
    case 'to-confirm':
      return command('order-desk', order, { type: 'issue-letter' });
    case 'awaiting-countersign':
      return random.chance(0.5)
        ? command('order-desk', order, { type: 'release-order' })
        : command('order-desk', order, { type: 'record-countersign', on: today });
    case 'to-ship':
    case 'part-shipped':
      return shipping(order, random);
    case 'shipped':
      return receipt(order, random) ?? shipping(order, random);
    case 'received':
    case 'completed':
      return random.chance(0.6) ? invoice(order, random) : command('finance-clerk', order, { type: 'close-order' });
    default:
      return undefined;
  }
}

/** Something else that might be asked of it, sensible or not. */
export function anyStep(order: KnownOrder, others: readonly KnownOrder[], random: Random): Asked {
  const steps: readonly (() => Asked)[] = [
    () => command('sales', order, { type: 'void-order', reason: '客户取消' }),
    () => command('sales-manager', order, { type: 'cancel-order', reason: '客户取消' }),
    () => command('order-desk-head', order, { type: 'approve-order' }),
    () => command('order-desk', order, { type: 'release-reservation', reason: '过期' }),
    () => command('order-desk', order, { type: 'hold-again' }),
    () => shipping(order, random),
    () => payment(order, random),
    () => invoice(order, random),
    () => hold(order),
    () => giving(order, random.pick(others)),
    () => receipt(order, random) ?? payment(order, random),
  ];
  return random.pick(steps)();
}

const shipping = ({ number }: KnownOrder, random: Random): Asked => ({
  user: 'shipper',
  endpoint: 'ship',
  input: {
    body: {
      lines: [{ order: number, line: 1, quantity: String(random.whole(1, 6)) }],
      recheck: { by: 'warehouse', confirmed: [...recheckPoints] },
    },
  },
});

const receipt = ({ shipments }: KnownOrder, random: Random): Asked | undefined =>
  shipments.length === 0
    ? undefined
    : {
        user: 'order-desk',
        endpoint: 'receive',
        input: { params: { number: random.pick(shipments) }, body: { on: today } },
      };

function payment({ number, customerCode }: KnownOrder, random: Random): Asked {
  const amount = String(random.whole(1, 40) * 10);
  const body = {
    customerCode,
    kind: 'balance',
    means: { by: 'transfer' },
    amount,
    currency: 'CNY',
    receivedOn: today,
    allocations: [{ order: number, amount }],
  };
  return { user: 'finance-clerk', endpoint: 'receivePayment', input: { body } };
}

function invoice({ number }: KnownOrder, random: Random): Asked {
  // Few numbers of tax invoices, so that two clerks sometimes enter the same.
  const taxNumber = `26332${String(random.whole(1, 3000)).padStart(15, '0')}`;
  return {
    user: 'finance-clerk',
    endpoint: 'recordInvoice',
    input: { body: { taxNumber, issuedOn: today, orders: [number] } },
  };
}

const hold = ({ number }: KnownOrder): Asked => ({
  user: 'shipper',
  endpoint: 'raiseHold',
  input: {
    body: {
      code: 'documents',
      scope: { on: 'order', order: number },
      owner: 'order-desk',
      deadline: `${today}T09:00:00.000Z`,
      reason: '缺报关单',
    },
  },
});

/** Nobody looked: the versions are guessed, and sometimes right. */
const giving = (from: KnownOrder, to: KnownOrder): Asked => ({
  user: 'sales-manager',
  endpoint: 'reallocate',
  input: {
    body: {
      from: { order: from.number, line: 1, version: 3 },
      to: { order: to.number, line: 1, version: 2 },
      quantity: '1',
      newDate: '2026-12-11',
      reason: '急单',
    },
  },
});
