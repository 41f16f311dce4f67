import type { Refusal } from '../order/refusal.ts';
import type { Result } from '../value/result.ts';
import type { ChangeableOrder } from './changeable-order.ts';
import type { ChangeCommand, ChangeCommandType } from './command.ts';
import type { ChangeEvent } from './event.ts';
import type { ChangePolicy } from './policy.ts';

/** The change's order as it stands, loaded in the same transaction (null = there is none), and the rules of the day. */
export interface ChangeContext {
  readonly order: ChangeableOrder | null;
  readonly policy: ChangePolicy;
}

/** What a command comes to: events to append, or why not. */
export type ChangeDecision = Result<readonly ChangeEvent[], Refusal>;

export type ChangeCommandOf<Type extends ChangeCommandType> = Extract<ChangeCommand, { readonly type: Type }>;
