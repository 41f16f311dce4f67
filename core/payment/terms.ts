import { add, type Decimal, isZero, maximum, subtract, sum, zero } from '../value/decimal.ts';

/**
 * When a part of the price is to be paid (R45):
 * - order: before production, with the order (预付);
 * - shipping: before the goods leave (款到发货);
 * - receipt: so many days after the customer signed for them, 0 = on delivery (货到付款);
 * - shipped: so many days after they left (net 30, 账期);
 * - month-end: so many days after the end of the month they left in (月结).
 */
export type PayWhen =
  | { readonly at: 'order' }
  | { readonly at: 'shipping' }
  | { readonly at: 'receipt' | 'shipped' | 'month-end'; readonly days: number };

export interface Instalment {
  /** Of the price, 0.3 = 30 %. */
  readonly share: Decimal;
  readonly when: PayWhen;
}

/** Payment terms: what share is to be paid when. Shares are above 0 and add up to 1. */
export type PaymentTerms = readonly Instalment[];

const whole = '1' as Decimal;

/** The share that must be in before production. */
export const prepaidShare = (terms: PaymentTerms): Decimal => shareOf(terms, ({ at }) => at === 'order');

/** The share that must be in before the goods leave, beyond what production waits for. */
export const shareBeforeShipping = (terms: PaymentTerms): Decimal => shareOf(terms, ({ at }) => at === 'shipping');

/** The share the customer is trusted with: he has the goods and hasn't paid yet. On delivery nobody trusts anybody. */
export const creditShare = (terms: PaymentTerms): Decimal =>
  shareOf(terms, (when) => 'days' in when && (when.at !== 'receipt' || when.days > 0));

const shareOf = (terms: PaymentTerms, counts: (when: PayWhen) => boolean): Decimal =>
  sum(terms.filter(({ when }) => counts(when)).map(({ share }) => share));

/** The same terms with at least this share before production (policy 4, custom-made goods); taken off the earliest other parts. */
export function withPrepayment(terms: PaymentTerms, least: Decimal): PaymentTerms {
  const prepaid = maximum(prepaidShare(terms), least);
  let lacking = subtract(prepaid, prepaidShare(terms));
  const rest = terms
    .filter(({ when }) => when.at !== 'order')
    .map(({ share, when }) => {
      const left = maximum(zero, subtract(share, lacking));
      lacking = subtract(lacking, subtract(share, left));
      return { share: left, when };
    });
  return withoutEmpty([{ share: prepaid, when: { at: 'order' } }, ...rest]);
}

/** The same terms without trust: what isn't due before production is due before shipping (policy 7, new customers). */
export function cashBeforeDelivery(terms: PaymentTerms): PaymentTerms {
  const prepaid = prepaidShare(terms);
  return prepaidThenShipping(prepaid);
}

/** So much before production, the rest before the goods leave (policy 4). */
export const prepaidThenShipping = (prepaid: Decimal): PaymentTerms => prepaidThen(prepaid, { at: 'shipping' });

/** So much before production, the rest at another moment. */
export const prepaidThen = (prepaid: Decimal, when: PayWhen): PaymentTerms =>
  withoutEmpty([
    { share: prepaid, when: { at: 'order' } },
    { share: subtract(whole, prepaid), when },
  ]);

/** Everything at one moment. */
export const allAt = (when: PayWhen): PaymentTerms => [{ share: whole, when }];

/** Whether shares are above 0 and add up to the price. */
export const isWhole = (terms: PaymentTerms): boolean =>
  terms.every(({ share }) => !share.startsWith('-') && !isZero(share)) &&
  isZero(
    subtract(
      terms.reduce((total, { share }) => add(total, share), zero),
      whole,
    ),
  );

const withoutEmpty = (terms: PaymentTerms): PaymentTerms => terms.filter(({ share }) => !isZero(share));
