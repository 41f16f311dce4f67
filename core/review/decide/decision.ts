import type { Refusal } from '../../order/refusal.ts';
import type { Result } from '../../value/result.ts';
import type { ReviewCommand } from '../command.ts';
import type { ReviewEvent } from '../event.ts';

/** What a command comes to: events to append, or why not. */
export type ReviewDecision = Result<readonly ReviewEvent[], Refusal>;

export type CommandOf<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { readonly type: Type }>;

/** What was written, without the space around it; undefined where nothing was: what is only said doesn't count (R13). */
export const written = (text: string | undefined): string | undefined => text?.trim() || undefined;
