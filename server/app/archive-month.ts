import { closingMonth } from '../../core/order/closing-month.ts';
import { decide } from '../../core/order/decide/decide.ts';
import { closedDoor } from '../../core/order/door.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber, OrderState } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { dateIn, type Month, monthOf } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Decision, Loaded, OrderWithRecords } from '../ports.ts';
import { actorOf, type Caller, metaOf } from './company.ts';
import { type HouseFacts, readHouse } from './customer-account.ts';
import { nothingHeld } from './held-goods.ts';
import { once } from './once.ts';
import { type OrderInQuestion, orderContextIn, withOrder } from './order-context.ts';
import { PaperNotPrinted } from './paper-press.ts';

interface Named {
  readonly number: OrderNumber;
  readonly customer: string;
}
/** What archiving the month would do at this moment. */
export interface MonthArchive {
  readonly month: Month;
  readonly ready: readonly Named[];
  readonly archived: number;
  readonly notClosed: readonly (Named & { readonly status: OrderStatus })[];
  readonly refusal?: Refusal;
}
export type ArchivedOrder =
  | (Named & { readonly outcome: 'archived' })
  | (Named & { readonly outcome: 'refused'; readonly refusal: Refusal });
export interface ArchivedMonth extends Pick<MonthArchive, 'month' | 'notClosed'> {
  readonly results: readonly ArchivedOrder[];
}

export async function monthArchive(caller: Caller, month: Month): Promise<MonthArchive> {
  const { orders } = await caller.company.store.read.month(month);
  const closed = closedIn(caller, month, orders);
  const refusal = archivingClosedTo(caller);
  return {
    month,
    ready: closed.filter(({ status }) => status === 'closed').map(named),
    archived: closed.filter(({ status }) => status === 'archived').length,
    notClosed: notClosedBy(caller, month, orders),
    ...(refusal === null ? {} : { refusal }),
  };
}

/**
 * Archives each order closed in the month in a transaction of its own, so that one whose paper can't be printed doesn't
 * stop the others. The same request sent again answers the same; another one names only what is archived now.
 */
export async function archiveMonth(
  caller: Caller,
  month: Month,
  requestKey: string,
): Promise<Result<ArchivedMonth, Refusal>> {
  const refusal = archivingClosedTo(caller);
  if (refusal !== null) return no(refusal);
  const { orders } = await caller.company.store.read.month(month);
  const results: ArchivedOrder[] = [];
  for (const order of closedIn(caller, month, orders)) {
    const done = await archiveOrder(caller, order, month, requestKey);
    if (done.ok) results.push({ outcome: 'archived', ...named(order) });
    else if (done.reason.status !== 'archived')
      results.push({ outcome: 'refused', ...named(order), refusal: done.reason });
  }
  return ok({ month, results, notClosed: notClosedBy(caller, month, orders) });
}

async function archiveOrder(
  caller: Caller,
  { number, customer }: OrderState,
  month: Month,
  requestKey: string,
): Promise<Result<null, Refusal>> {
  const papers = await printedPapersOf(caller, number);
  const house = await readHouse(caller);
  const asked: OrderInQuestion = { number, customerCode: customer.code, goods: nothingHeld };
  return once<null>(
    caller,
    { requestKey: `${requestKey}:${number}`, asks: ['archive', number, month] },
    {
      ...withOrder(asked, { locks: [], load: { records: { paper: { byNumber: papers } } } }),
      decide: (loaded) => decided(caller, { ...asked, number, month, papers, house }, loaded),
    },
  );
}

interface ArchivingOrder extends OrderInQuestion {
  readonly number: OrderNumber;
  readonly month: Month;
  readonly papers: readonly string[];
  readonly house: HouseFacts;
}

function decided(
  caller: Caller,
  { number, month, papers, house, ...asked }: ArchivingOrder,
  loaded: Loaded,
): Decision<null> {
  const record = loaded.records('order').byNumber(number);
  if (record === null) return { refuse: { code: 'order.not-found', data: { order: number } } };
  const decision = decide(
    { type: 'archive-order', month, ...metaOf(caller) },
    record.state,
    orderContextIn(caller, { ...asked, number }, loaded, house),
  );
  if (!decision.ok) return { refuse: decision.reason };
  const lacking = papers.filter((paper) => loaded.records('paper').byNumber(paper)?.state.filed === undefined);
  if (lacking.length > 0) return { refuse: { code: 'paper.not-filed', data: { papers: lacking.join(' ') } } };
  return { append: [{ stream: 'order', id: number, version: record.version, events: decision.value }], answer: null };
}

/** The order's papers; those that still wait for their print are printed first. A closed order gets no more of them. */
async function printedPapersOf({ company }: Caller, number: OrderNumber): Promise<readonly string[]> {
  const papers = (await company.store.read.order(number))?.records.paper ?? [];
  for (const { state } of papers) if (state.filed === undefined) await printed(company, state.paper);
  return papers.map(({ state }) => state.paper);
}

async function printed({ press }: Caller['company'], paper: string): Promise<void> {
  try {
    await press.pdf(paper);
  } catch (error) {
    if (!(error instanceof PaperNotPrinted)) throw error; // one that can't be printed is refused by its missing file
  }
}

/** What the lifecycle's table says to this person, whichever order it is; null = may. */
const archivingClosedTo = (caller: Caller): Refusal | null => {
  const refusal = closedDoor({ type: 'archive-order', by: actorOf(caller) }, 'closed');
  if (refusal === null) return null;
  const { code, who = [] } = refusal;
  return { code, who };
};

const closedIn = ({ profile }: Caller, month: Month, orders: readonly OrderWithRecords[]): readonly OrderState[] =>
  orders.map(({ order }) => order.state).filter((order) => closingMonth(order, profile.timeZone) === month);

/** Posted by the month's end and under way: `concernsMonth` brings all that run. */
function notClosedBy(
  { profile }: Caller,
  month: Month,
  orders: readonly OrderWithRecords[],
): MonthArchive['notClosed'] {
  return orders.flatMap(({ order: { state }, records }) => {
    const status = statusOf(
      state,
      records.shipment.map((shipment) => shipment.state),
    );
    const running = !['closed', 'archived', 'destroyed', 'void', 'cancelled'].includes(status);
    const posted = monthOf(dateIn(state.posted.at, profile.timeZone));
    return running && posted <= month ? [{ ...named(state), status }] : [];
  });
}

const named = ({ number, customer }: OrderState): Named => ({ number, customer: customer.name });
