import type { Result } from '../../value/result.ts';
import type { OrderCommand, OrderCommandType } from '../command.ts';
import type { OrderEvent } from '../event.ts';
import type { Refusal } from '../refusal.ts';

/** What a command comes to: events to append (none = nothing new to record), or why not. */
export type OrderDecision = Result<readonly OrderEvent[], Refusal>;

export type CommandOf<Type extends OrderCommandType> = Extract<OrderCommand, { readonly type: Type }>;
