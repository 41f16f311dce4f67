import type { Refusal } from '../order/refusal.ts';
import type { OrderNumber } from '../order/state.ts';
import type { OrderStatus } from '../order/status.ts';
import type { Result } from '../value/result.ts';
import type { HoldCommand, HoldCommandType } from './command.ts';
import type { EscalationChain } from './escalation.ts';
import type { HoldEvent } from './event.ts';
import type { ReleaseCheck } from './reasons.ts';

/** Loaded in the same transaction. */
export interface HoldContext {
  /** The order a new hold lies on; null for a hold on a customer, and for an order that isn't there. */
  readonly order: HeldOrder | null;
  /** What came of the checks a release asks (blocks.ts `checksToRelease`), asked at this moment. */
  readonly checks: Readonly<Partial<Record<ReleaseCheck, boolean>>>;
  readonly chain: EscalationChain;
}
export interface HeldOrder {
  readonly number: OrderNumber;
  readonly status: OrderStatus;
  readonly lines: readonly number[];
}

/** What a command comes to: events to append, or why not. */
export type HoldDecision = Result<readonly HoldEvent[], Refusal>;

export type HoldCommandOf<Type extends HoldCommandType> = Extract<HoldCommand, { readonly type: Type }>;
