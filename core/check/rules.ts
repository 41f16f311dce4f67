import type { Rule } from './rule.ts';
import { allowedRegion } from './rules/allowed-region.ts';
import { creditLimit } from './rules/credit-limit.ts';
import { currentItem } from './rules/current-item.ts';
import { discountAuthority } from './rules/discount-authority.ts';
import { discountRange } from './rules/discount-range.ts';
import { dueDate } from './rules/due-date.ts';
import { duplicateLine } from './rules/duplicate-line.ts';
import { enoughStock } from './rules/enough-stock.ts';
import { fittingLength } from './rules/fitting-length.ts';
import { floorPrice } from './rules/floor-price.ts';
import { guessedColumns } from './rules/guessed-columns.ts';
import { hiddenRows } from './rules/hidden-rows.ts';
import { itemAgrees } from './rules/item-agrees.ts';
import { knownCustomer } from './rules/known-customer.ts';
import { knownHolidays } from './rules/known-holidays.ts';
import { knownItem } from './rules/known-item.ts';
import { knownPlace } from './rules/known-place.ts';
import { lastPrice } from './rules/last-price.ts';
import { leadTime } from './rules/lead-time.ts';
import { listPrice } from './rules/list-price.ts';
import { margin } from './rules/margin.ts';
import { newCustomer } from './rules/new-customer.ts';
import { oneCurrency } from './rules/one-currency.ts';
import { oneCustomer } from './rules/one-customer.ts';
import { openQuantity } from './rules/open-quantity.ts';
import { orderSteps } from './rules/order-steps.ts';
import { overdueDebt } from './rules/overdue-debt.ts';
import { packsAgree } from './rules/packs-agree.ts';
import { plausibleDates } from './rules/plausible-dates.ts';
import { positiveQuantity } from './rules/positive-quantity.ts';
import { postedBefore } from './rules/posted-before.ts';
import { pricePrecision } from './rules/price-precision.ts';
import { priceUnit } from './rules/price-unit.ts';
import { repeatedOrder } from './rules/repeated-order.ts';
import { requiredColumns } from './rules/required-columns.ts';
import { requiredFields } from './rules/required-fields.ts';
import { rightAmount } from './rules/right-amount.ts';
import { rightTotals } from './rules/right-totals.ts';
import { sameUnitAsItem } from './rules/same-unit.ts';
import { shippedDate } from './rules/shipped-date.ts';
import { soundPrice } from './rules/sound-price.ts';
import { specialRequirements } from './rules/special-requirements.ts';
import { taxIncluded } from './rules/tax-included.ts';
import { unreadableCells } from './rules/unreadable-cells.ts';
import { usualQuantity } from './rules/usual-quantity.ts';
import { wholePieces } from './rules/whole-pieces.ts';
import { workingDay } from './rules/working-day.ts';

/** Everything that is checked. A new rule is a new file in rules/, a line here, its codes in codes.ts, its words in locales. */
export const rules: readonly Rule[] = [
  // Is the row complete and legible?
  requiredColumns,
  requiredFields,
  unreadableCells,
  fittingLength,
  guessedColumns,
  hiddenRows,
  rightTotals,
  // Who orders what?
  knownCustomer,
  oneCustomer,
  newCustomer,
  creditLimit,
  overdueDebt,
  knownItem,
  itemAgrees,
  currentItem,
  allowedRegion,
  specialRequirements,
  // Is it ordered twice?
  duplicateLine,
  repeatedOrder,
  postedBefore,
  // How many, for how much?
  positiveQuantity,
  usualQuantity,
  openQuantity,
  wholePieces,
  orderSteps,
  sameUnitAsItem,
  packsAgree,
  oneCurrency,
  soundPrice,
  priceUnit,
  listPrice,
  lastPrice,
  taxIncluded,
  pricePrecision,
  rightAmount,
  // Who must agree to the price?
  discountRange,
  discountAuthority,
  floorPrice,
  margin,
  // Can it be delivered?
  enoughStock,
  knownPlace,
  shippedDate,
  dueDate,
  workingDay,
  knownHolidays,
  leadTime,
  plausibleDates,
];
