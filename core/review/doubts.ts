import type { CheckCode } from '../check/codes.ts';
import type { Aspect } from '../policy/aspects.ts';
import type { ReasonCode } from './reason.ts';

/** What a department is told of the check's doubts; findings that stand nowhere here need nobody's yes. */
interface DoubtKind {
  readonly reason: ReasonCode;
  readonly aspect: Aspect;
  readonly codes: readonly CheckCode[];
}

export const doubtKinds: readonly DoubtKind[] = [
  { reason: 'goods.specification', aspect: 'technical', codes: ['item.specification-differs'] },
  {
    reason: 'stock.doubt',
    aspect: 'supply',
    codes: ['stock.short', 'stock.unlisted', 'stock.other-warehouse', 'item.discontinued'],
  },
  { reason: 'date.too-soon', aspect: 'supply', codes: ['due-date.too-soon'] },
  { reason: 'quantity.unusual', aspect: 'supply', codes: ['quantity.unusual'] },
  {
    reason: 'price.doubt',
    aspect: 'price',
    codes: ['price.none', 'price.ambiguous', 'price.zero', 'price.unlike-last'],
  },
  { reason: 'price.below-floor', aspect: 'management', codes: ['price.below-floor'] },
  // Of what couldn't be checked only the region (facts-of-findings.ts).
  { reason: 'region.doubt', aspect: 'region', codes: ['region.not-allowed', 'check.not-run'] },
];

export const isDoubted = (code: CheckCode): boolean => doubtKinds.some(({ codes }) => codes.includes(code));
