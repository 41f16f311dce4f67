import { liesIn } from '../check/region.ts';
import { sameClass } from '../policy/customer-class.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { Actor, Role } from '../policy/roles.ts';
import { type Route, type RouteCriterion, routeCriteria } from '../policy/setting-value.ts';
import { answersTo } from '../policy/user-name.ts';
import { sameText } from '../sheet/text.ts';
import type { PostedContent, Stamp } from './state.ts';

/** Who is responsible for an order (R7): one person, or whoever has a role. */
export type Owner = Person | { readonly role: Role };
interface Person {
  readonly userId: string;
  readonly name: string;
}

/** What makes an order somebody's: a rule of the policy, entering it, or somebody's word (`assign-order`). */
export const ownedBy = [...routeCriteria, 'entered', 'assigned'] as const;
export type OrderOwner = Owner & { readonly by: (typeof ownedBy)[number] };

/** What a rule may ask besides the order. */
export interface RoutingBasis {
  /** Everybody who works here now. */
  readonly staff: readonly Actor[];
  /** As the customer book says it; null = it doesn't. */
  regionOf(customerCode: string): string | null;
  /** As the price list says it; null = it doesn't. */
  categoryOf(itemCode: string): string | null;
}

/** Nothing is known of the order but who entered it: that is whose it is. */
export const enteredBy = ({ userId, name }: Stamp['by']): OrderOwner => ({ userId, name, by: 'entered' });

/**
 * Whose a posted order is. A rule that names somebody who has gone is passed over, and so is a name that several answer to: an
 * order is nobody's by guessing.
 */
export function ownerOf(
  order: PostedContent,
  entered: Stamp['by'],
  { routing }: Pick<PolicyInForce, 'routing'>,
  house: RoutingBasis,
): OrderOwner {
  const named = routing.salesperson === 'never' ? null : belongsTo('salesperson', order.salesperson, house);
  const ruled = (): OrderOwner | null => {
    for (const rule of routing.rules) {
      const owner = fits(rule, order, house) ? ownerIn(rule, house) : null;
      if (owner !== null) return owner;
    }
    return null;
  };
  return (routing.salesperson === 'first' ? (named ?? ruled()) : (ruled() ?? named)) ?? enteredBy(entered);
}

/** Everybody who works here and is called so, by name or by the id he signs in with. */
export const colleaguesCalled = (called: string, { staff }: Pick<RoutingBasis, 'staff'>): readonly Person[] =>
  staff
    .filter(({ userId, name }) => answersTo({ id: userId, name }, called))
    .map(({ userId, name }) => ({ userId, name }));

/** Whether an order is this person's, as its owner or in a role that owns it. */
export const owns = ({ userId, roles }: Pick<Actor, 'userId' | 'roles'>, owner: Owner): boolean =>
  'role' in owner ? roles.includes(owner.role) : owner.userId === userId;

export const sameOwner = (one: Owner, other: Owner): boolean =>
  'role' in one ? 'role' in other && one.role === other.role : !('role' in other) && one.userId === other.userId;

function belongsTo(by: RouteCriterion, called: string | undefined, house: RoutingBasis): OrderOwner | null {
  const [found, ...others] = called === undefined ? [] : colleaguesCalled(called, house);
  return found === undefined || others.length > 0 ? null : { ...found, by };
}

const ownerIn = ({ by, to, owner }: Route, house: RoutingBasis): OrderOwner | null =>
  to === 'role' ? { role: owner as Role, by } : belongsTo(by, owner, house);

function fits({ by, is }: Route, order: PostedContent, house: RoutingBasis): boolean {
  const isIt = (text: string | null | undefined): boolean => !!text && sameText(text) === sameText(is);
  switch (by) {
    case 'salesperson':
      return isIt(order.salesperson);
    case 'customer':
      return isIt(order.customer.code);
    case 'region': {
      const region = house.regionOf(order.customer.code);
      return region !== null && liesIn(region, is);
    }
    case 'product-class':
      return order.lines.some(({ itemCode }) => isIt(house.categoryOf(itemCode)));
    case 'customer-class':
      return sameClass(order.customer.customerClass, is);
    case 'order-type':
      return (order.type ?? 'normal') === is;
  }
}
