import type { OrderNumber, Stamp } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { DisposedLine, InspectedPart, Refund, ReturnContent } from './goods-return.ts';

/** What happened to goods that come back, in the past tense. */
export type ReturnEvent =
  | ({ readonly type: 'return-asked'; readonly content: Omit<ReturnContent, 'asked'> } & Stamp)
  | ({ readonly type: 'return-approved' } & Stamp)
  | ({
      readonly type: 'return-inspected';
      readonly inspection: Omit<InspectedPart['inspection'], 'inspected'>;
    } & Stamp)
  | ({ readonly type: 'return-disposed'; readonly lines: readonly DisposedLine[] } & Stamp)
  | ({ readonly type: 'return-refunded'; readonly refund: Omit<Refund, 'refunded'> } & Stamp)
  | ({ readonly type: 'return-replaced'; readonly order: OrderNumber } & Stamp)
  | ({ readonly type: 'return-handed-back'; readonly on: PlainDate } & Stamp)
  | ({ readonly type: 'return-refused' } & Stamp)
  | ({ readonly type: 'return-withdrawn' } & Stamp);
