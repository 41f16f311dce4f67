import { isDeepStrictEqual } from 'node:util';
import type { Desk } from './desk.ts';
import type { Exchange } from './exchange.ts';

/** An answer that another order of decisions would have given. */
export interface Difference {
  readonly exchange: Exchange;
  readonly alone: Pick<Exchange, 'status' | 'decided'>;
}

/**
 * Decides everything again, one request after another in the order of their positions, on a server nobody else uses. A
 * request that was sent twice is decided once: its answers must be alike, and that is looked at here, too.
 */
export async function replay(exchanges: readonly Exchange[], desk: Desk): Promise<readonly Difference[]> {
  const decisions = exchanges
    .filter(({ position }) => position !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const differences: Difference[] = [];
  for (const exchange of decisions) {
    const alone = await desk.again(exchange);
    const { status, decided } = exchange;
    if (!isDeepStrictEqual(alone, { status, decided })) differences.push({ exchange, alone });
  }
  return differences;
}

/** Answers that are none: nothing was made to fail here, and they have no position by which they would be decided again. */
export const failures = (exchanges: readonly Exchange[]): readonly Exchange[] =>
  exchanges.filter(({ status }) => status >= 500);

/** Positions that two different requests claim. */
export function sharedPositions(exchanges: readonly Exchange[]): readonly number[] {
  const keys = Map.groupBy(
    exchanges.filter(({ position }) => position !== null),
    ({ position }) => position as number,
  );
  return [...keys].filter(([, said]) => new Set(said.map(({ requestKey }) => requestKey)).size > 1).map(([at]) => at);
}
