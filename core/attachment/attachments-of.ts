import { stampOf } from '../order/stamp.ts';
import type { OrderState, Stamp } from '../order/state.ts';
import type { Shipment, ShipmentNumber } from '../shipment/shipment.ts';
import type { Attachment, CustomerPaperKind } from './attachment.ts';

export const attachmentKinds = [
  'purchase-order',
  'contract',
  'licence',
  'tax-registration',
  'other',
  'countersigned-copy',
  'receipt',
] as const satisfies readonly (CustomerPaperKind | 'countersigned-copy' | 'receipt')[];
export type AttachmentKind = (typeof attachmentKinds)[number];

/** One file beside an order, with who filed it. */
export interface FiledAttachment {
  readonly kind: AttachmentKind;
  readonly file: Attachment;
  readonly filed: Stamp;
  readonly note?: string;
  /** Whose receipt it is. */
  readonly shipment?: ShipmentNumber;
}

/** Every file that belongs to an order (R3, R26, R42): the customer's papers, the countersigned copy, signed receipts. */
export function attachmentsOf(order: OrderState, shipments: readonly Shipment[]): readonly FiledAttachment[] {
  const papers = order.attachments ?? [];
  const copy = 'copy' in order ? order.copy : undefined;
  return [
    ...papers.map(({ kind, file, note, ...stamp }) => ({
      kind,
      file,
      filed: stampOf(stamp),
      ...(note !== undefined && { note }),
    })),
    ...(copy === undefined ? [] : [{ kind: 'countersigned-copy', file: copy.file, filed: stampOf(copy) } as const]),
    ...shipments.flatMap(({ number, received }): FiledAttachment[] =>
      received?.copy === undefined
        ? []
        : [{ kind: 'receipt', file: received.copy, filed: stampOf(received), shipment: number }],
    ),
  ];
}
