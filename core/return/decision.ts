import type { Refusal } from '../order/refusal.ts';
import type { OrderNumber } from '../order/state.ts';
import type { DutyPolicy } from '../record/other-hands.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Result } from '../value/result.ts';
import type { ReturnCommand, ReturnCommandType } from './command.ts';
import type { ReturnEvent } from './event.ts';
import type { GoodsReturn } from './goods-return.ts';

/** What a return must know of an order, in whatever status: closed and archived ones count too. */
export interface ReturnableOrder {
  readonly number: OrderNumber;
  readonly customerCode: string;
  readonly lines: readonly {
    readonly line: number;
    readonly itemCode: string;
    readonly ordered: Decimal;
    /** As the order counts it; absent = the item's own. */
    readonly unit?: string;
    readonly received: Decimal;
  }[];
}

/** Loaded in the same transaction. `returns`: all others with goods of these orders. */
export interface ReturnContext {
  readonly orders: readonly ReturnableOrder[];
  readonly returns: readonly GoodsReturn[];
  readonly policy: DutyPolicy;
}

/** What a command comes to: events to append, or why not. */
export type ReturnDecision = Result<readonly ReturnEvent[], Refusal>;

export type ReturnCommandOf<Type extends ReturnCommandType> = Extract<ReturnCommand, { readonly type: Type }>;
