import type { LineOfOrder } from '../last-price/lines-in-rows.ts';

/** What a command found that needs no step of its own to say. */
export type Notice =
  | SaidNotice
  | { readonly kind: 'last-prices'; readonly lines: readonly LineOfOrder[] }
  /** A reply to the customer of the order with this name. */
  | { readonly kind: 'reply'; readonly order: string; readonly reply: () => Promise<string> };

/** Texts under screens:pane.notice. */
export type SaidNotice = 'order-is-clean' | 'no-order-in-row' | 'row-not-posted';
