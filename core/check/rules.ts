import type { Rule } from './rule.ts';
import { currentItem } from './rules/current-item.ts';
import { dueDate } from './rules/due-date.ts';
import { duplicateLine } from './rules/duplicate-line.ts';
import { enoughStock } from './rules/enough-stock.ts';
import { itemAgrees } from './rules/item-agrees.ts';
import { knownCustomer } from './rules/known-customer.ts';
import { knownItem } from './rules/known-item.ts';
import { listPrice } from './rules/list-price.ts';
import { oneCurrency } from './rules/one-currency.ts';
import { oneCustomer } from './rules/one-customer.ts';
import { positiveQuantity } from './rules/positive-quantity.ts';
import { pricePrecision } from './rules/price-precision.ts';
import { requiredColumns } from './rules/required-columns.ts';
import { requiredFields } from './rules/required-fields.ts';
import { rightAmount } from './rules/right-amount.ts';
import { shippedDate } from './rules/shipped-date.ts';
import { soundPrice } from './rules/sound-price.ts';
import { taxIncluded } from './rules/tax-included.ts';
import { unreadableCells } from './rules/unreadable-cells.ts';

/** Everything that is checked. A new rule is a new file in rules/, a line here, its codes in codes.ts, its words in locales. */
export const rules: readonly Rule[] = [
  // Is the row complete and legible?
  requiredColumns,
  requiredFields,
  unreadableCells,
  // Who orders what?
  knownCustomer,
  oneCustomer,
  knownItem,
  itemAgrees,
  currentItem,
  duplicateLine,
  // How many, for how much?
  positiveQuantity,
  oneCurrency,
  soundPrice,
  listPrice,
  taxIncluded,
  pricePrecision,
  rightAmount,
  // Can it be delivered?
  enoughStock,
  shippedDate,
  dueDate,
];
