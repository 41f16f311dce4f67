import { asDocumentModel, sheetOf } from '../../core/document/document-model.ts';
import { arrivalOf } from '../../core/order/agreed-arrival.ts';
import { availableActions, type OrderAction } from '../../core/order/available-actions.ts';
import type { OrderContext } from '../../core/order/context.ts';
import { dueDateOf, lateDaysOf } from '../../core/order/lateness.ts';
import type { LetterOfCredit } from '../../core/order/letter-of-credit.ts';
import { type LineProgress, progressOf } from '../../core/order/progress.ts';
import { lettersOf, promiseOf } from '../../core/order/promise.ts';
import { type StockDoubt, stockDoubtsOf } from '../../core/order/reserve.ts';
import { requestedOf } from '../../core/order/shipping-request.ts';
import type { FaultyDraft, OrderLine, OrderState } from '../../core/order/state.ts';
import { type LineSupply, supplyOf } from '../../core/order/supply.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import { redactedRefusal } from '../../core/receivable/redacted-refusal.ts';
import { mostThatMayLeave } from '../../core/shipment/most-that-may-leave.ts';
import type { Shipment } from '../../core/shipment/shipment.ts';
import { compare, isZero, zero } from '../../core/value/decimal.ts';
import type { OrderWithRecords, PaperRecord } from '../ports.ts';
import { attachmentViewsOf } from './attachments/read-attachment.ts';
import { actorOf, type Caller } from './company.ts';
import { moneyRecordsOf } from './money-records.ts';
import { orderMoneyOf } from './money-view.ts';
import { historyOf, type OnCustomer } from './order-history.ts';
import { standingOf } from './order-standing.ts';
import { versionOf } from './order-version.ts';
import { reviewViewOf } from './review-view.ts';
import { besideOrder } from './side-records/list-records.ts';

/** A row of a list: enough to choose by. */
export function summaryOf({ order: { state }, records }: OrderWithRecords, caller: Caller) {
  const shipments = records.shipment.map((shipment) => shipment.state);
  const { number, key, customer, owner, currency, total, posted } = state;
  return {
    number,
    ...given(state, ['type']),
    key,
    customer: customer.name,
    ...(customer.customerClass === undefined ? {} : { customerClass: customer.customerClass }),
    ...standingOf(state, shipments, caller),
    owner,
    currency,
    total,
    postedAt: posted.at,
    due: dueDateOf(state, shipments),
    lateDays: lateDaysOf(state, shipments, caller.moment.today),
  };
}

/** One order whole, with what this caller can do with it now. */
export function orderViewOf(loaded: OrderWithRecords, onCustomer: OnCustomer, context: OrderContext, caller: Caller) {
  const { state } = loaded.order;
  const shipments = loaded.records.shipment.map((shipment) => shipment.state);
  const invoices = loaded.records.invoice.map((invoice) => invoice.state);
  const { number, key, customer, owner, currency, total } = state;
  const optional = given(state, ['type', 'poNumber', 'orderDate', 'paymentTerms', 'deliveryMethod', 'salesperson']);
  return {
    number,
    version: versionOf(loaded.order, loaded.records.shipment),
    revision: { contentHash: state.contentHash, letter: lettersOf(state).at(-1)?.revision ?? 0 },
    key,
    customer,
    ...standingOf(state, shipments, caller),
    owner,
    lateDays: lateDaysOf(state, shipments, caller.moment.today),
    currency,
    total,
    ...optional,
    lines: linesOf(state, shipments, context, doubtsOf(state, context, caller)),
    ...(state.letterOfCredit && { letterOfCredit: creditViewOf(state.letterOfCredit) }),
    ...(state.status === 'faulty' && { unresolved: unresolvedOf(state) }),
    papers: loaded.records.paper.map((paper) => paperViewOf(paper, caller)),
    attachments: attachmentViewsOf(loaded),
    shipments: shipments.map(shipmentViewOf),
    sideRecords: besideOrder(loaded.records, onCustomer.holds, caller),
    moneyRecords: moneyRecordsOf(loaded, caller),
    history: historyOf(loaded, onCustomer, caller),
    actions: actionsFor(state, context, caller),
    ...reviewViewOf(state, context, caller),
    ...orderMoneyOf(state, invoices, context.money, caller),
  };
}

/** Asked until the order is confirmed: from then on the goods are held, or supplied. */
const doubtsOf = (state: OrderState, context: OrderContext, { moment }: Caller): ReadonlyMap<number, StockDoubt> =>
  state.status === 'in-review' ? stockDoubtsOf(state, context, moment.today) : new Map();

function linesOf(
  order: OrderState,
  shipments: readonly Shipment[],
  { stock: { prices }, policy }: OrderContext,
  doubts: ReadonlyMap<number, StockDoubt>,
) {
  const progress = new Map(progressOf(order, shipments).map((line) => [line.line, line]));
  return order.lines.map((line) => {
    const own = progress.get(line.line);
    const stock = doubts.get(line.line);
    const atMost = mostThatMayLeave({ order, shipments }, line.line, { policy, prices });
    return {
      ...lineView(order, line, own),
      ...(own && atMost !== null && compare(atMost, own.ready) > 0 && { atMost }),
      ...(stock && { stock }),
      ...(own && !isZero(requestedOf(order, own)) && { requested: requestedOf(order, own) }),
    };
  });
}

/** Of rows that were saved with errors: what they say, and what is wrong with them. */
const unresolvedOf = ({ rows, findings }: FaultyDraft) => ({
  rows: rows.lines.map((line) => ({
    row: line.row + 1,
    ...given(line, ['itemCode', 'itemName', 'quantity', 'unit', 'unitPrice', 'amount', 'dueDate']),
  })),
  findings,
});

function lineView(order: OrderState, content: OrderLine, progress: LineProgress | undefined) {
  const { line, itemCode, itemName, quantity, unitPrice, amount, dueDate } = content;
  const { reserved = zero, shipped = zero, received = zero, open = zero, ready = zero } = progress ?? {};
  const supply = supplyOf(order, line);
  return {
    line,
    itemCode,
    itemName,
    ...given(content, ['specification', 'color', 'unit', 'discount', 'specialRequirements', 'remark']),
    ...given(content, ['address', 'warehouse', 'batch']),
    quantity,
    unitPrice,
    amount,
    reserved,
    shipped,
    received,
    open,
    ready,
    ...(supply && { supply: supplyView(supply) }),
    ...(dueDate === undefined ? {} : { wished: dueDate }),
    ...promiseOf(order, line),
    ...arrivalOf(order, line),
  };
}

const creditViewOf = ({ recorded: _recorded, examined, ...terms }: LetterOfCredit) => ({
  ...terms,
  examined: examined.map(({ by, verdict, reason }) => ({
    by: by.name,
    verdict,
    ...(reason !== undefined && { reason }),
  })),
});

const supplyView = ({ line: _line, ...supply }: LineSupply) => supply;

export function paperViewOf({ state }: PaperRecord, { company }: Caller) {
  const { paper, kind, locale, revision, issued, filed, model } = state;
  const fault = filed ? undefined : company.press.faultOf(paper);
  return {
    paper,
    kind,
    locale,
    revision,
    ...(kind === 'delivery-note' && { sheet: sheetOf(asDocumentModel(model)) }),
    issuedAt: issued.at,
    issuedBy: issued.by.name,
    ...(filed ? { filed: { sha256: filed.sha256, pages: filed.pages } } : {}),
    ...(fault ? { fault: fault.code } : {}),
  };
}

export function shipmentViewOf(shipment: Shipment) {
  const { number, lines, shippedOn, recheck, emergency, received } = shipment;
  return {
    number,
    lines,
    shippedOn,
    ...given(shipment, ['carrier', 'tracking', 'expectedArrival']),
    ...(recheck && { recheck: { by: recheck.by, confirmed: recheck.confirmed } }),
    ...(emergency && { papersBy: emergency.papersBy }),
    ...(received && { receivedOn: received.on, ...given(received, ['refused', 'objection']) }),
  };
}

/** Archiving is done by the month's package, not by a click on an order. */
function actionsFor(order: OrderState, context: OrderContext, caller: Caller): readonly OrderAction[] {
  const secrets = secretsFrom(caller.user.roles);
  return availableActions(order, actorOf(caller), context, caller.moment)
    .filter(({ command }) => command !== 'archive-order')
    .map(({ refusal, ...action }) => ({ ...action, ...(refusal && { refusal: redactedRefusal(refusal, secrets) }) }));
}

/** The named properties as far as they are there. */
function given<From extends object, Name extends keyof From>(
  from: From,
  names: readonly Name[],
): { [N in Name]?: Exclude<From[N], undefined> } {
  const entries = names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]);
  return Object.fromEntries(entries) as { [N in Name]?: Exclude<From[N], undefined> };
}
