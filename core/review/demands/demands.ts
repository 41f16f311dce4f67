import { isGiven } from '../../order/order-type.ts';
import type { DemandRule } from '../demand.ts';
import { amountDemands } from './amount.ts';
import { customerDemands } from './customer.ts';
import { goodsDemands } from './goods.ts';
import { priceDemands } from './price.ts';

/** What the office wants looked at in every order (R11). */
const always: DemandRule = ({ policy }) =>
  policy.always.map((aspect) => ({ aspect, reason: { code: 'aspect.always' } }));

/** What is given, a sample or something for the house itself, is paid by nobody: somebody with authority says why in writing. */
const given: DemandRule = ({ order, policy }) => {
  const role = policy.amountAuthority.find(({ role: each }) => !policy.aspects.head.levels[0]?.includes(each))?.role;
  const reason = { code: 'order.given' } as const;
  return isGiven(order) ? [{ aspect: 'management', role: role ?? policy.lastAuthority, reason }] : [];
};

/** Every rule of a review plan. */
export const demandRules: readonly DemandRule[] = [
  always,
  given,
  customerDemands,
  goodsDemands,
  priceDemands,
  amountDemands,
];
