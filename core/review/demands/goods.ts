import type { ReviewPolicy } from '../../policy/review-policy.ts';
import type { Role } from '../../policy/roles.ts';
import type { Demand, DemandRule } from '../demand.ts';
import { doubtKinds } from '../doubts.ts';
import type { Doubt } from '../facts.ts';
import type { Reason, ReasonCode } from '../reason.ts';

/** Can it be made, had in time, packed, sold there at all (R11)? And is its price what was agreed (R16)? */
export const goodsDemands: DemandRule = ({ order, facts, policy }) => [
  ...asked('technical', 'goods.special', order.lines.flatMap(wishOf)),
  ...asked('technical', 'goods.custom-made', facts.customMade),
  ...asked('packing', 'goods.certificate', facts.certificates),
  ...asked('compliance', 'terms.legal', facts.legal),
  ...doubtDemands(facts.doubts, policy),
];

const wishOf = ({ itemCode, specialRequirements }: { itemCode: string; specialRequirements?: string }) =>
  specialRequirements === undefined ? [] : [`${itemCode}: ${specialRequirements}`];

const asked = (aspect: Demand['aspect'], code: ReasonCode, items: readonly string[]): readonly Demand[] =>
  items.length === 0 ? [] : [{ aspect, reason: about(code, items) }];

/** One reason for all items of the same kind of doubt. */
const doubtDemands = (doubts: readonly Doubt[], policy: ReviewPolicy): readonly Demand[] =>
  doubtKinds.flatMap(({ reason, aspect, codes }) => {
    const found = doubts.filter(({ code }) => codes.includes(code));
    const items = [...new Set(found.flatMap(({ item }) => item ?? []))].sort();
    return found.length === 0 ? [] : placed(aspect, about(reason, items), policy);
  });

/** R16: a price in doubt goes to the sales director besides; who may go below the floor is who may grant a low margin. */
function placed(aspect: Demand['aspect'], reason: Reason, policy: ReviewPolicy): readonly Demand[] {
  const { priceDoubt, marginAuthority, lastAuthority } = policy;
  if (aspect === 'management') return [atLeast(marginAuthority[0]?.role ?? lastAuthority, reason)];
  const besides = aspect === 'price' && priceDoubt !== null ? [atLeast(priceDoubt, reason)] : [];
  return [{ aspect, reason }, ...besides];
}

const atLeast = (role: Role, reason: Reason): Demand => ({ aspect: 'management', role, reason });

/** Names the items; a dash where the check couldn't tell which. */
const about = (code: ReasonCode, items: readonly string[]): Reason => ({
  code,
  values: { items: { kind: 'text', value: items.join(', ') || '–' } },
});
