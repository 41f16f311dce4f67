import { parseNumber } from '../../../../core/order/number.ts';
import { statusOf } from '../../../../core/order/progress.ts';
import type { OrderState } from '../../../../core/order/state.ts';
import { isOrderOver, type OrderStatus } from '../../../../core/order/status.ts';
import { allRecordKinds, definitionOf, type RecordKind } from '../../../../core/record/registry.ts';
import { monthsOf, monthsOfShipment } from '../../../../core/report/concerns-month.ts';
import type { Shipment } from '../../../../core/shipment/shipment.ts';
import type { Month } from '../../../../core/value/date.ts';
import type { Position, RecordOf } from '../../../ports.ts';
import { searchText } from '../../search-text.ts';
import { monthFolder, type StoredDocument } from '../records/document.ts';

/** Documents that can be at rest: records, and answers to requests that changed none. */
export type RestKind = RecordKind | 'answer';
export const restKinds: readonly RestKind[] = [...allRecordKinds, 'answer'];
/** Names a document. */
export interface DocumentKey {
  readonly kind: RestKind;
  readonly id: string;
}
export type RestDocument = Extract<StoredDocument, { readonly kind: RestKind }>;

export const nameOf = ({ kind, id }: DocumentKey): string => `${kind} ${id}`;
export function keyOf(name: string): DocumentKey {
  const space = name.indexOf(' ');
  return { kind: name.slice(0, space) as RestKind, id: name.slice(space + 1) };
}
export const isRestDocument = (document: StoredDocument): document is RestDocument =>
  (restKinds as readonly string[]).includes(document.kind);

/** What is known of a document at rest without reading it. It follows from that document alone, whatever others say. */
export interface RestRow extends DocumentKey {
  readonly version: number;
  /** Of its last commit; 0 = it was kept before positions were. */
  readonly position: Position;
  /** Of an order. One whose shipments decide it is never at rest. */
  readonly status: OrderStatus | null;
  /** Of a shipment: milliseconds of the moment its goods left; 0 for anything else. */
  readonly leftAt: number;
  /** What it is found by. */
  readonly terms: readonly string[];
  /** Of an order: what a search looks through. */
  readonly text: string | null;
}

/** What documents are found by. */
export const termOf = {
  itself: (key: DocumentKey) => `is:${nameOf(key)}`,
  order: (number: string) => `order:${number}`,
  customer: (code: string) => `customer:${code}`,
  name: (name: string) => `name:${name}`,
  orderKey: (key: string) => `key:${key}`,
  request: (key: string) => `request:${key}`,
  month: (month: Month) => `month:${month}`,
  /** Orders that every month since their beginning concerns. */
  running: 'running',
} as const;

/** The part of the index that a document stands in: its month, "2026-11"; answers of their own have one for themselves. */
export const groupOf = ({ kind, id }: DocumentKey): string => (kind === 'answer' ? 'requests' : monthFolder(id));

/** `record`: what the document's events tell; null for an answer. */
export function rowOf(document: RestDocument, record: RecordOf<RecordKind> | null): RestRow {
  const key = { kind: document.kind, id: document.id } as DocumentKey;
  const terms = [termOf.itself(key), ...document.answers.map((answer) => termOf.request(answer.key))];
  const { version, position = 0 } = document;
  if (document.kind === 'answer' || record === null)
    return { ...key, version, position, status: null, leftAt: 0, terms, text: null };
  return { ...key, version, position, ...told(document.kind, record, terms) };
}

function told<Kind extends RecordKind>(
  kind: Kind,
  { state, events }: RecordOf<Kind>,
  terms: readonly string[],
): Omit<RestRow, keyof DocumentKey | 'version' | 'position'> {
  const definition = definitionOf(kind);
  const customer = definition.customer(state);
  const found = [
    ...terms,
    ...new Set(definition.orders(state).map(termOf.order)),
    ...(customer === null ? [] : [termOf.customer(customer)]),
    ...(definition.names?.(state) ?? []).map(termOf.name),
  ];
  if (kind === 'order') return toldOfOrder(state as OrderState, events as RecordOf<'order'>['events'], found);
  if (kind !== 'shipment') return { status: null, leftAt: 0, terms: found, text: null };
  const shipment = state as Shipment;
  const months = new Set(monthsOfShipment(shipment).map(termOf.month));
  return { status: null, leftAt: Date.parse(shipment.shipped.at), terms: [...found, ...months], text: null };
}

function toldOfOrder(
  order: OrderState,
  events: RecordOf<'order'>['events'],
  terms: readonly string[],
): Omit<RestRow, keyof DocumentKey | 'version' | 'position'> {
  const months = monthsOf({ order, shipments: [], recorded: events.map(({ at }) => at) });
  return {
    status: statusOf(order, []),
    leftAt: 0,
    terms: [
      ...terms,
      termOf.orderKey(order.orderKey),
      ...(isOrderOver(order.status) ? [] : [termOf.running]),
      ...[...months].map(termOf.month),
    ],
    text: searchText(order),
  };
}

/** Orders of the index are listed by the month of their number; one without stays in memory. */
export const bearsItsMonth = (order: string): boolean => parseNumber(order)?.kind === 'SO';
