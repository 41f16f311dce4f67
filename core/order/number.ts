import type { InvoiceNumber } from '../invoice/invoice.ts';
import type { PaymentNumber } from '../payment/payment.ts';
import type { ShipmentNumber } from '../shipment/shipment.ts';
import { type Month, parseMonth } from '../value/date.ts';
import type { WriteOffNumber } from '../write-off/write-off.ts';
import type { OrderNumber } from './state.ts';

/**
 * Order, delivery note, payment, write-off, invoice, change request, return, hold, complaint, entry of the communication log:
 * each month begins a continuous series of its own (R4).
 */
const seriesKinds = ['SO', 'DN', 'PAY', 'WO', 'INV', 'CR', 'RT', 'HD', 'CP', 'CL'] as const;
export type SeriesKind = (typeof seriesKinds)[number];
const shape = new RegExp(`^(${seriesKinds.join('|')})-(\\d{4})(\\d{2})-(\\d{5,9})$`);

/** "SO-202611": what the store counts through. */
export const seriesOf = (kind: SeriesKind, month: Month): string => `${kind}-${month.replace('-', '')}`;

export interface RecordNumber {
  readonly kind: SeriesKind;
  readonly month: Month;
  /** 1, 2, … without gaps. */
  readonly sequence: number;
}

/** "SO-202611-00042". Sequences above 99,999 simply grow longer. */
export const formatNumber = ({ kind, month, sequence }: RecordNumber): string =>
  `${seriesOf(kind, month)}-${String(sequence).padStart(5, '0')}`;

/** The parts of "SO-202611-00042"; null for anything else. */
export function parseNumber(text: string): RecordNumber | null {
  const found = shape.exec(text);
  const month = parseMonth(`${found?.[2]}-${found?.[3]}`);
  const sequence = Number(found?.[4]);
  if (found === null || month === null || sequence === 0) return null;
  const number = { kind: found[1] as SeriesKind, month, sequence };
  return formatNumber(number) === text ? number : null;
}

export const parseOrderNumber = (text: string): OrderNumber | null =>
  parseNumber(text)?.kind === 'SO' ? (text as OrderNumber) : null;

export const parseShipmentNumber = (text: string): ShipmentNumber | null =>
  parseNumber(text)?.kind === 'DN' ? (text as ShipmentNumber) : null;

export const parsePaymentNumber = (text: string): PaymentNumber | null =>
  parseNumber(text)?.kind === 'PAY' ? (text as PaymentNumber) : null;

export const parseWriteOffNumber = (text: string): WriteOffNumber | null =>
  parseNumber(text)?.kind === 'WO' ? (text as WriteOffNumber) : null;

export const parseInvoiceNumber = (text: string): InvoiceNumber | null =>
  parseNumber(text)?.kind === 'INV' ? (text as InvoiceNumber) : null;

/** "SO-202611-00042-L1": the confirmation letter's own name. */
export const letterPaper = (order: OrderNumber, revision: number): string => `${order}-L${revision}`;
/** "DN-202611-00007-N": the shipping notice's own name. */
export const noticePaper = (shipment: ShipmentNumber): string => `${shipment}-N`;
/** "DN-202611-00007-D": the delivery note's own name as a paper. */
export const deliveryNotePaper = (shipment: ShipmentNumber): string => `${shipment}-D`;
