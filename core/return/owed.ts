import { isZero, sum } from '../value/decimal.ts';
import type { DisposedPart, ReturnKind } from './goods-return.ts';

/** What the customer still has to get: money or other goods for what we kept, and his own goods that were mended. */
export interface Owed {
  readonly remedy: boolean;
  readonly handingBack: boolean;
}

export function owed({ disposition, refund, replacement, handedBack }: DisposedPart): Owed {
  const kept = sum(disposition.lines.flatMap(({ restocked, scrapped }) => [restocked, scrapped]));
  const mended = sum(disposition.lines.map(({ repaired }) => repaired));
  return {
    remedy: !isZero(kept) && refund === undefined && replacement === undefined,
    handingBack: !isZero(mended) && handedBack === undefined,
  };
}

/** Which kinds may end with other goods; money is always possible, for the goods may have run out. */
export const replaceable: readonly ReturnKind[] = ['exchange', 'repair'];
