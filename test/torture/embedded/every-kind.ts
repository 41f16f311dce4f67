import type { NumberOf, RecordKind } from '../../../core/record/registry.ts';
import { definitionOf } from '../../../core/record/registry.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import type { Append, RecordAppend } from '../../../server/ports.ts';
import { invoiced, issued, redLettered, shipped } from '../../contract/store/sample-records.ts';

/** One or two events of every kind of record beside an order, as small as they can be. */
const by = { userId: 'wang', name: '王芳' };
const stamp = { at: '2026-11-21T02:00:00.000Z' as Instant, by };
const on = '2026-11-22' as PlainDate;
const amount = '1' as Decimal;
const [customerCode, currency] = ['C001', 'CNY'];

type SideKind = Exclude<RecordKind, 'order'>;
type FirstEvents = {
  readonly [Kind in SideKind]: (number: NumberOf<Kind>, order: NumberOf<'order'>) => RecordAppend<Kind>['events'];
};

const eventsOf: FirstEvents = {
  shipment: (number, order) => [shipped(number, [[order, 1, '1']])],
  paper: (number, order) => [issued(number, order)],
  payment: (number, order) => [
    {
      type: 'payment-received',
      payment: { number, customerCode, kind: 'balance', means: { by: 'cash' }, amount, currency, receivedOn: on },
      ...stamp,
    },
    { type: 'payment-allocated', allocations: [{ order, amount }], ...stamp },
  ],
  'write-off': (number, order) => [
    {
      type: 'debt-written-off',
      writeOff: { number, order, customerCode, currency, amount, cause: 'rounding', on },
      ...stamp,
    },
    { type: 'write-off-undone', on, ...stamp },
  ],
  opening: (number) => [
    { type: 'opening-recorded', number, customerCode, currency, open: amount, ...stamp },
    { type: 'opening-recorded', number, customerCode, currency, open: '0' as Decimal, ...stamp },
  ],
  invoice: (number, order) => [invoiced(number, `tax ${number}`, order), redLettered(`red ${number}`)],
  change: (number, order) => [
    {
      type: 'change-asked',
      change: {
        number,
        order,
        against: { from: 'customer' } as never,
        source: 'customer' as never,
        items: [],
        departments: [],
        askedOn: on,
      },
      ...stamp,
    },
    { type: 'change-refused', ...stamp },
  ],
  return: (number, order) => [
    {
      type: 'return-asked',
      content: { number, kind: 'return', customerCode, lines: [{ order, line: 1, quantity: amount }], askedOn: on },
      ...stamp,
    },
    { type: 'return-refused', ...stamp },
  ],
  hold: (number, order) => [
    {
      type: 'hold-raised',
      hold: {
        number,
        reason: 'credit',
        scope: { on: 'order', order },
        blocks: ['ship'],
        owner: 'sales',
        deadline: stamp.at,
      },
      ...stamp,
    },
    { type: 'hold-escalated', to: 'director', deadline: stamp.at, ...stamp },
  ],
  communication: (number, order) => [
    {
      type: 'communication-logged',
      entry: {
        number,
        customerCode,
        orders: [order],
        on,
        channel: 'phone',
        direction: 'in',
        withWhom: 'person' as never,
        about: { subject: 'order' },
        what: '问交期',
        nextStep: { what: '回复', until: on },
      },
      ...stamp,
    },
    { type: 'next-step-finished', ...stamp },
  ],
  complaint: (number, order) => [
    {
      type: 'complaint-received',
      complaint: {
        number,
        reporter: 'person' as never,
        subject: 'goods',
        channel: 'phone',
        what: '破损',
        orders: [order],
        receivedOn: on,
      },
      ...stamp,
    },
    { type: 'complaint-dismissed', ...stamp },
  ],
  survey: (number) => [
    { type: 'survey-sent', order: number, on, ...stamp },
    { type: 'survey-given-up', ...stamp },
  ],
};

export const sideKinds = Object.keys(eventsOf) as readonly SideKind[];

/** The number that a side record of the order gets, drawn where its kind has a series. */
export function numberOf(kind: SideKind, order: string, draw: (series: string) => string): string {
  const { series } = definitionOf(kind);
  if (series !== null) return draw(`${series}-202611`);
  return kind === 'paper' ? `${order}-N` : order;
}

/** The first event of a record of the kind, or the one after it; null when it has no other. */
export function appendOf(kind: SideKind, number: string, order: string, version: 0 | 1): Append | null {
  const event = eventsOf[kind](number as never, order as never)[version];
  return event === undefined ? null : ({ stream: kind, id: number, version, events: [event] } as Append);
}
