import type { OrderSummary } from '../../core/wire/order-views.ts';
import type { Texts } from '../../locales/index.ts';

/** Who is responsible for an order: a person by his name, a role by its own. */
export const ownerName = (owner: OrderSummary['owner'], t: Texts): string =>
  'role' in owner ? t(`terms:role.${owner.role}`) : owner.name;
