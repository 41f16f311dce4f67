import type { Shown } from '../check/finding.ts';
import type { Secret } from '../check/knowledge.ts';

/**
 * Why somebody must sign, each with the row or policy number it serves; `secret`: its values are left out for those who may
 * not see them. `statement`: who agrees says why in writing (R17, policy 3). Texts: locales/…/review.json under `reason.<code>`.
 */
export const reasonCodes = {
  'aspect.always': { source: 'R11' },
  // Who orders?
  'customer.new': { source: 'policy 7' },
  'customer.class': { source: 'R11' },
  'customer.overdue': { source: 'policy 6', secret: 'credit' },
  'customer.overdue-undated': { source: 'policy 6', secret: 'credit' },
  'customer.overdue-stop': { source: 'policy 6', secret: 'credit', statement: true },
  'customer.over-credit': { source: 'policy 5', secret: 'credit', statement: true },
  // What, can we, and by when?
  'goods.special': { source: 'R11' },
  'goods.custom-made': { source: 'R11' },
  'goods.specification': { source: 'R11' },
  'goods.certificate': { source: 'R11' },
  'stock.doubt': { source: 'R11' },
  'date.too-soon': { source: 'R6' },
  'quantity.unusual': { source: 'R6' },
  'region.doubt': { source: 'R11' },
  'terms.legal': { source: 'R11' },
  // For how much?
  'price.doubt': { source: 'R16' },
  'terms.unusual': { source: 'R20' },
  'commission.agreed': { source: 'R12' },
  'price.below-floor': { source: 'R17', secret: 'costs', statement: true },
  'discount.beyond': { source: 'policy 2', statement: true },
  'margin.low': { source: 'policy 3', secret: 'costs', statement: true },
  'order.given': { source: 'row 1', statement: true },
  'approval.head': { source: 'R12' },
  'amount.within': { source: 'policy 1' },
  'amount.beyond': { source: 'policy 1' },
  'amount.unknown': { source: 'policy 1' },
} as const satisfies Record<string, ReasonFacts>;

interface ReasonFacts {
  readonly source: string;
  readonly secret?: Secret;
  readonly statement?: true;
}
export type ReasonCode = keyof typeof reasonCodes;

/** Why somebody must sign: a code, and the values its text has places for. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values?: Readonly<Record<string, Shown>>;
  /** The values were left out: whoever reads it may not see them. */
  readonly redacted?: true;
}

const factsOf = (code: ReasonCode): ReasonFacts => reasonCodes[code];

/** Whoever agrees in spite of it says why. */
export const needsStatement = ({ code }: Reason): boolean => factsOf(code).statement === true;

/** The reason as it may be shown to somebody who may not see these secrets: what it is about, no figure. */
export function redactedReason(reason: Reason, secrets: readonly Secret[]): Reason {
  const { secret } = factsOf(reason.code);
  return secret !== undefined && secrets.includes(secret) ? { code: reason.code, redacted: true } : reason;
}
