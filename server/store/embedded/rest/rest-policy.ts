import type { OrderState } from '../../../../core/order/state.ts';
import { isOrderOver } from '../../../../core/order/status.ts';

/** What may be put to rest, and when. How much is kept in memory, never what is answered. */
export interface RestPolicy {
  /** Nothing was recorded of it for so long. */
  readonly untouchedMs: number;
  /** How often what may rest is put to rest; 0 = after every commit. */
  readonly everyMs: number;
  /** Documents that stay in memory though they could rest again, because somebody looked at them lately. */
  readonly awake: number;
  /** Whether an order's life is over. */
  isOver(status: OrderState['status']): boolean;
}

export const standardRest: RestPolicy = {
  untouchedMs: 24 * 3_600_000,
  everyMs: 3_600_000,
  awake: 5_000,
  isOver: isOrderOver,
};
