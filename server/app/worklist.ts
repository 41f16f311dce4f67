import type { Hold } from '../../core/hold/hold.ts';
import { type HoldItem, holdItemOf } from '../../core/hold/hold-item.ts';
import { nextStepOf } from '../../core/order/next-step.ts';
import { owns } from '../../core/order/owner.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { type OrderStatus, orderStatuses } from '../../core/order/status.ts';
import { type WorkItem, workItemsOf } from '../../core/order/work-item.ts';
import type { Role } from '../../core/policy/roles.ts';
import { workingTimeOf } from '../../core/policy/working-time.ts';
import type { OrderWithRecords } from '../ports.ts';
import { actorOf, type Caller } from './company.ts';
import { summaryOf } from './order-view.ts';

/** Statuses in which an order waits for somebody; archiving is done by the month, not order by order. */
const waiting: readonly OrderStatus[] = orderStatuses.filter((status) => {
  const next = nextStepOf(status);
  return next !== null && next.command !== 'archive-order';
});

/**
 * What waits for the caller: whatever his own orders wait for, and what his roles are asked (R7), holds and exceptions among it
 * (R46). His own first, in each the late first, then by the time it is due; what has none, last. An order whose owner has gone is
 * everybody's who is asked.
 */
export async function worklistOf(caller: Caller, mine?: keyof Whose) {
  const now = {
    ...caller.moment,
    time: workingTimeOf(caller.policy, caller.profile.timeZone),
    shippingRequest: caller.policy.goods.shippingRequest,
  };
  const entries: Entry[] = [];
  for await (const loaded of waitingOrders(caller)) {
    const shipments = loaded.records.shipment.map(({ state }) => state);
    for (const { roles, ...item } of workItemsOf(loaded.order.state, shipments, now))
      entries.push({ order: summaryOf(loaded, caller), ...item, ...whose(caller, roles, loaded) });
  }
  for (const { state } of await caller.company.store.read.records('hold').all()) {
    const item = holdItemOf(state, now);
    if (item !== null) entries.push(await holdEntry(caller, state, item));
  }
  return { entries: entries.filter((entry) => isListed(entry, mine)).sort(byUrgency) };
}

interface Whose {
  /** The order is the caller's own. */
  readonly owned: boolean;
  /** His roles are asked. */
  readonly asked: boolean;
}
interface Entry extends Omit<WorkItem, 'roles' | 'command'>, Whose {
  readonly command: WorkItem['command'] | HoldItem['command'];
  readonly order?: ReturnType<typeof summaryOf>;
  readonly hold?: { readonly number: Hold['number']; readonly reason: Hold['reason']; readonly customerCode?: string };
}

/** A hold stands with its order; one that lies on a customer stands for itself. */
async function holdEntry(caller: Caller, hold: Hold, { command, due, isLate, asked }: HoldItem): Promise<Entry> {
  const { number, reason, scope } = hold;
  const loaded = scope.on === 'customer' ? null : await caller.company.store.read.order(scope.order);
  return {
    ...(loaded !== null && { order: summaryOf(loaded, caller) }),
    hold: { number, reason, ...(scope.on === 'customer' && { customerCode: scope.customerCode }) },
    command,
    due,
    isLate,
    ...whose(caller, asked, loaded),
  };
}

function whose(caller: Caller, roles: readonly Role[], loaded: OrderWithRecords | null): Whose {
  const actor = actorOf(caller);
  return {
    owned: loaded !== null && owns(actor, loaded.order.state.owner),
    asked: roles.some((role) => actor.roles.includes(role)),
  };
}

const isListed = ({ owned, asked }: Whose, mine: keyof Whose | undefined): boolean =>
  mine === undefined ? owned || asked : { owned, asked }[mine];

const byUrgency = (a: Entry, b: Entry): number =>
  Number(b.owned) - Number(a.owned) || Number(b.isLate) - Number(a.isLate) || compareDue(a, b);

async function* waitingOrders({ company }: Caller): AsyncGenerator<OrderWithRecords> {
  for (const status of waiting) {
    let after: OrderNumber | null = null;
    do {
      const page = await company.store.read.orders({ status, limit: 500, ...(after !== null && { after }) });
      yield* page.orders;
      after = page.next;
    } while (after !== null);
  }
}

/** A day and a moment of it compare as texts: the day first. */
const compareDue = (a: Pick<WorkItem, 'due'>, b: Pick<WorkItem, 'due'>): number => {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
