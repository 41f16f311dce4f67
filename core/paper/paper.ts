import type { OrderNumber, Stamp } from '../order/state.ts';
import type { Locale } from '../policy/locale.ts';
import type { ShipmentNumber } from '../shipment/shipment.ts';
import type { Instant } from '../value/date.ts';

export const paperKinds = [
  'confirmation-letter',
  'delivery-note',
  'shipping-notice',
  'statement',
  'archive-report',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/**
 * A paper that was issued: frozen (X5). Its model is kept as it was that day; the PDF is printed once from it, filed under
 * its hash and never rendered again. Id: "SO-202611-00042-L1" (letter, revision 1), "DN-202611-00007-D" (delivery note),
 * "DN-202611-00007-N" (shipping notice).
 */
export interface Paper {
  readonly paper: string;
  readonly kind: PaperKind;
  readonly locale: Locale;
  readonly orders: readonly OrderNumber[];
  readonly shipment?: ShipmentNumber;
  readonly revision: number;
  readonly issued: Stamp;
  /** Plain JSON of core/document. */
  readonly model: unknown;
  /** SHA-256 of the model's canonical JSON. */
  readonly modelHash: string;
  /** Absent until the PDF is on disk. */
  readonly filed?: FiledPaper;
}
export interface FiledPaper {
  readonly sha256: string;
  readonly pages: number;
  readonly templateVersion: string;
  readonly at: Instant;
}

export type PaperEvent =
  | ({ readonly type: 'paper-issued'; readonly paper: Omit<Paper, 'issued' | 'filed'> } & Stamp)
  | ({ readonly type: 'paper-filed' } & FiledPaper);

export function evolvePaper(paper: Paper | null, event: PaperEvent): Paper {
  if (event.type === 'paper-issued') {
    const { type: _type, paper: content, ...issued } = event;
    return { ...content, issued };
  }
  if (paper === null) throw new Error('a paper was filed before it was issued');
  const { type: _type, ...filed } = event;
  return { ...paper, filed };
}
