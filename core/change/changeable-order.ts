import type { PostedContent } from '../order/state.ts';
import type { OrderStatus } from '../order/status.ts';
import type { Decimal } from '../value/decimal.ts';

/** What a change must know of its order; filled from core/order in the same transaction. */
export interface ChangeableOrder {
  readonly content: PostedContent;
  readonly status: OrderStatus;
  /** Latest revision of the confirmation letter; 0 before the first. */
  readonly letter: number;
  /** The highest line number the order ever had: a removed line's number is never given again. */
  readonly lastLine: number;
  readonly lines: readonly LineSupply[];
}

export interface LineSupply {
  readonly line: number;
  readonly shipped: Decimal;
  /** Production, purchase or stocking 备货 for it has begun. */
  readonly begun: boolean;
}

/** What a change is asked against: content and letter must still be these when it comes into force. */
export interface Revision {
  readonly contentHash: string;
  readonly letter: number;
}

export const revisionOf = ({ content, letter }: ChangeableOrder): Revision => ({
  contentHash: content.contentHash,
  letter,
});

/** Not confirmed yet: edited in the sheet and posted again (R8), no change request needed. */
export const editable = ['draft', 'in-review'] as const satisfies readonly OrderStatus[];
/** All has left, or nothing ever will: what is wrong then is a return or a new order. */
export const beyondChange = [
  'shipped',
  'received',
  'completed',
  'closed',
  'archived',
  'destroyed',
  'void',
  'cancelled',
] as const satisfies readonly OrderStatus[];
