import type { CastRole } from '../../server/cli/scenarios/cast.ts';

/** One request as a client sent it, and what came back. */
export interface Exchange {
  readonly user: CastRole;
  readonly method: string;
  /** "/api/orders/SO-202611-00042/commands" */
  readonly path: string;
  readonly requestKey: string;
  readonly body: unknown;
  /** Where the decision stands among all; null = none was taken (not found, not allowed at all). */
  readonly position: number | null;
  readonly status: number;
  /** What was decided, as far as the answer tells it. */
  readonly decided: Decided;
}

/**
 * What an answer says of the decision itself. What it says besides (how much of an order is shipped by now) was looked up
 * after it, and somebody else may have been there in between.
 */
export type Decided =
  | { readonly refused: string; readonly data: unknown }
  | { readonly posted: readonly unknown[] }
  | { readonly number: string };

interface AnswerBody {
  readonly code?: string;
  readonly refusal?: { readonly data?: unknown };
  readonly results?: readonly { readonly outcome: string; readonly number?: string; readonly refusal?: unknown }[];
  readonly number?: string;
  readonly from?: { readonly number: string };
}

export function decidedIn(status: number, body: AnswerBody): Decided {
  if (status >= 400) return { refused: body.code ?? `HTTP ${status}`, data: body.refusal?.data ?? null };
  if (body.results !== undefined)
    return { posted: body.results.map(({ outcome, number, refusal }) => ({ outcome, number, refusal })) };
  return { number: body.number ?? body.from?.number ?? '' };
}
