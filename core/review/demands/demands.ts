import type { DemandRule } from '../demand.ts';
import { amountDemands } from './amount.ts';
import { customerDemands } from './customer.ts';
import { goodsDemands } from './goods.ts';
import { priceDemands } from './price.ts';

/** What the office wants looked at in every order (R11). */
const always: DemandRule = ({ policy }) =>
  policy.always.map((aspect) => ({ aspect, reason: { code: 'aspect.always' } }));

/** Every rule of a review plan. */
export const demandRules: readonly DemandRule[] = [always, customerDemands, goodsDemands, priceDemands, amountDemands];
