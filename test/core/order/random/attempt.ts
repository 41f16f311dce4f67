import type { ChangeItem } from '../../../../core/change/change-item.ts';
import { progressOf } from '../../../../core/order/progress.ts';
import type { Refusal } from '../../../../core/order/refusal.ts';
import { stockedLineOf } from '../../../../core/order/stocked-line.ts';
import { doorsOf, type LifecycleCommand } from '../../../../core/order/transitions.ts';
import { type ReportedRecheck, recheckPoints } from '../../../../core/shipment/recheck.ts';
import type { Shipment, ShipmentLine, ShipmentNumber } from '../../../../core/shipment/shipment.ts';
import { addDays } from '../../../../core/value/date.ts';
import { add, compare, type Decimal, zero } from '../../../../core/value/decimal.ts';
import { rechecked } from '../office.ts';
import { line, quantity } from '../sample-order.ts';
import { besideDeed } from './beside.ts';
import { type Moment, metaOf } from './moment.ts';
import { naturalDeed } from './natural.ts';
import { orderCommand } from './order-command.ts';
import { type Beside, besides, commands } from './step.ts';

/** What was tried, and what came of it; null = there was nothing to try. */
export interface Tried {
  /** null = something beside the orders. */
  readonly command: LifecycleCommand | null;
  readonly refused: Refusal | null;
}

export function attempt(moment: Moment): Tried | null {
  const { deed } = moment.step;
  const next = deed === 'natural' ? naturalDeed(moment) : deed === 'fitting' ? fittingDeed(moment) : deed;
  if (next === null) return null;
  if (!isBeside(next)) return answered(next, lifecycleDeed(next, moment));
  return answered(null, besideDeed(next, moment));
}

/** Some command that has a door where the order stands; whether it opens is another question. */
function fittingDeed({ office, order, step }: Moment): LifecycleCommand | null {
  const status = office.orders.find(order) === null ? 'none' : office.status(order);
  const fitting = commands.filter((command) => doorsOf(command).some(({ from }) => from.includes(status)));
  return fitting[step.turn % Math.max(1, fitting.length)] ?? null;
}

const isBeside = (deed: LifecycleCommand | Beside): deed is Beside => (besides as readonly string[]).includes(deed);

const answered = (command: LifecycleCommand | null, answer: Answer | null): Tried | null =>
  answer && { command, refused: answer.ok ? null : answer.reason };

type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal };

function lifecycleDeed(command: LifecycleCommand, moment: Moment): Answer | null {
  switch (command) {
    case 'ship-goods':
    case 'ship-emergency':
      return shipped(command, moment);
    case 'record-receipt':
      return received(moment);
    case 'change-order':
      return changed(moment);
    case 'reallocate-goods':
      return reallocated(moment);
    default:
      return moment.office.do(moment.order, orderCommand(command, moment));
  }
}

/** All that may leave, or a part of it; else some lines of this order and others, whatever the step says, or one piece too many. */
function shipped(type: 'ship-goods' | 'ship-emergency', moment: Moment): Answer {
  const { office, order, step, natural } = moment;
  // What was still to come has come, where somebody says by which paper.
  const takenIn = step.turn % 4 === 0 ? { takenIn: 'GR-7' } : {};
  const recheck = natural ? rechecked : (rechecks[step.turn % 9] ?? rechecked);
  const meta = { type, recheck, ...metaOf(moment, type) };
  const part = (of: number, count: string, from = order): ShipmentLine => ({
    order: from,
    line: of,
    quantity: quantity(count),
    ...takenIn,
  });
  if (natural) {
    const ready = progressOf(office.order(order), office.shipmentsOf(order)).filter(
      (each) => compare(each.ready, zero) > 0,
    );
    const [first] = ready;
    const some = first !== undefined && step.size === 1 ? [part(first.line, '1')] : [];
    const lines = 'takenIn' in takenIn && some.length === 0 ? ready.map((each) => part(each.line, each.ready)) : some;
    return office.ship({ ...meta, lines, ...(lines.length === 0 && { order }) });
  }
  if (step.pick === 0) return office.ship({ ...meta, order, lines: [] });
  const open = (of: number): Decimal =>
    office.orders.find(order) === null
      ? zero
      : (progressOf(office.order(order), office.shipmentsOf(order)).find((each) => each.line === of)?.open ?? zero);
  const count = step.turn % 3 === 0 ? add(open(step.pick), quantity('1')) : `${step.size}`;
  const lines = [part(step.pick === 3 ? 9 : step.pick, count)];
  const others = office.orders.all().filter((each) => each.number !== order && each.status === 'released');
  const [other] = step.turn % 2 === 0 ? others : [];
  return office.ship({ ...meta, lines: other === undefined ? lines : [...lines, part(1, '1', other.number)] });
}

/** By the hands that ship; not all of it; by nobody who works here; something found otherwise. */
const rechecks: readonly ReportedRecheck[] = [
  { confirmed: recheckPoints },
  { by: 'packer', confirmed: recheckPoints.slice(1) },
  { by: 'somebody', confirmed: recheckPoints },
  { by: 'packer', confirmed: recheckPoints, differences: [{ point: 'batch', what: 'B-8 for B-7' }] },
];

/** What is on its way has arrived, now and then less a piece that is refused; else some shipment, on some day. */
function received(moment: Moment): Answer | null {
  const { office, order, day, step, natural } = moment;
  const meta = metaOf(moment, 'record-receipt');
  const notes = office.shipmentsOf(order);
  const onTheWay = notes.find((shipment) => shipment.received === undefined);
  const refusing = (shipment: Shipment | undefined, count: string) =>
    shipment === undefined || step.turn % 4 > 0
      ? {}
      : { refused: shipment.lines.slice(0, 1).map((each) => ({ ...each, quantity: quantity(count) })) };
  if (natural)
    return onTheWay === undefined
      ? null
      : office.receive(onTheWay.number, { ...meta, on: day, ...(step.turn > 0 && refusing(onTheWay, '1')) });
  const shipment = notes[step.pick];
  const note = shipment?.number ?? ('DN-202611-99999' as ShipmentNumber);
  const on = step.turn % 2 === 0 ? day : addDays(day, step.size - 3);
  return office.receive(note, { ...meta, on, ...refusing(shipment, `${step.size}`) });
}

/** Goods the order holds for a line go to some line of another, or of its own. */
function reallocated(moment: Moment): Answer | null {
  const { office, order, day, step } = moment;
  const { size, pick, turn } = step;
  const other = office.orders.all()[turn % 3] ?? null;
  const to = other && stockedLineOf(other, office.shipmentsOf(other.number), Math.max(1, pick));
  if (to === null || office.orders.find(order) === null) return null;
  return office.do(order, {
    type: 'reallocate-goods',
    line: turn % 5 === 0 ? size : Math.max(1, pick),
    quantity: quantity(`${size}`),
    newDate: addDays(day, turn % 3 === 0 ? -1 : 20),
    to,
    ...metaOf(moment, 'reallocate-goods'),
  });
}

/** A change somebody might ask for; only one that nothing stands in the way of comes into force. */
function changed(moment: Moment): Answer | null {
  const { office, order, step } = moment;
  const { size, pick } = step;
  if (office.orders.find(order) === null) return null;
  const own = office.order(order).lines[pick % 2]?.line ?? 1;
  const goods = { itemCode: 'B02', itemName: 'item B02', unitPrice: quantity('2') };
  const items: readonly (readonly ChangeItem[])[] = [
    [{ kind: 'line-quantity', line: own, quantity: quantity(`${pick + 1}`) }],
    [{ kind: 'line-quantity', line: own, quantity: quantity('8') }],
    [{ kind: 'add-line', content: line('C03', '1') }],
    [{ kind: 'remove-line', line: own }],
    [{ kind: 'close-remainder', lines: [] }],
    [{ kind: 'line-item', line: own, goods }],
    [{ kind: 'line-date', line: own, dueDate: addDays(moment.day, 20) }],
    [{ kind: 'cancel' }],
  ];
  return office.change(order, items[size + 1] ?? [], metaOf(moment, 'change-order'));
}
