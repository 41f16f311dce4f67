import type { Finding } from '../check/finding.ts';
import { compare, type Decimal, divide, parseDecimal } from '../value/decimal.ts';
import { isDoubted } from './doubts.ts';
import type { CustomerFacts, Doubt, ReviewFacts, WorstLine } from './facts.ts';

/** The part of the facts that the check tells. */
export type FactsOfFindings = Pick<ReviewFacts, 'doubts' | 'customer' | 'discount' | 'margin'>;

/**
 * What the check's findings about one order tell its review. The check must have been made with no roles and nothing withheld:
 * then it says whatever is beyond the first authority, whoever entered the order.
 */
export const factsOfFindings = (findings: readonly Finding[]): FactsOfFindings => ({
  doubts: findings.flatMap((finding) => doubtOf(finding) ?? []),
  customer: customerFacts(findings),
  discount: worst(findings, 'discount.beyond-authority', takenOff, (one, other) => compare(one, other) > 0),
  margin: worst(findings, 'price.low-margin', shareOf, (one, other) => compare(one, other) < 0),
});

function doubtOf({ code, data }: Finding): Doubt | null {
  // Of what couldn't be checked only the region is somebody's to judge.
  if (!isDoubted(code) || (code === 'check.not-run' && data?.rule !== 'allowed-region')) return null;
  return { code, ...(data?.item !== undefined && { item: data.item }) };
}

function customerFacts(findings: readonly Finding[]): CustomerFacts {
  const found = (...codes: readonly Finding['code'][]): Finding | undefined =>
    findings.find(({ code }) => codes.includes(code));
  const debt = found('customer.overdue-stop', 'customer.overdue');
  const before = found('customer.new')?.data?.before;
  return {
    ordersConfirmed: before === undefined ? null : Number(before),
    overCredit: overCreditOf(found('customer.over-credit')),
    overdue: debt === undefined ? null : { days: debt.data?.days === undefined ? null : Number(debt.data.days) },
  };
}

function overCreditOf(finding: Finding | undefined): CustomerFacts['overCredit'] {
  const [over, limit] = [finding?.data?.over, finding?.expected?.value].map((text) => parseDecimal(text ?? ''));
  return over && limit ? { over, limit } : null;
}

/** Said as the share taken off, or at a unit price as per cent beside it. */
function takenOff(finding: Finding): Decimal | null {
  const percent = parseDecimal(finding.data?.discount ?? '');
  return shareOf(finding) ?? (percent && divide(percent, '100' as Decimal));
}

const shareOf = ({ actual }: Finding): Decimal | null => (actual?.kind === 'ratio' ? parseDecimal(actual.value) : null);

function worst(
  findings: readonly Finding[],
  code: Finding['code'],
  share: (finding: Finding) => Decimal | null,
  isWorse: (one: Decimal, other: Decimal) => boolean,
): WorstLine | null {
  let found: WorstLine | null = null;
  for (const finding of findings.filter((each) => each.code === code)) {
    const own = share(finding);
    if (own !== null && (found === null || isWorse(own, found.share)))
      found = { item: finding.data?.item ?? '', share: own };
  }
  return found;
}
