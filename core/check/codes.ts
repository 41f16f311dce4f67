import type { Severity } from './finding.ts';
import type { Secret } from './knowledge.ts';

/**
 * Every finding the checker can make, with its severity and the requirement it serves; `secret`: what must be left out of it
 * for those who may not see it (redact.ts). Texts: locales/…/findings.json.
 */
export const checkCodes = {
  'column.missing': { severity: 'error', row: 'R2' },
  'field.missing': { severity: 'error', row: 'R10' },
  'field.unreadable': { severity: 'error', row: 'R10' },
  'field.too-long': { severity: 'error', row: 'R10' },
  'order.too-many-rows': { severity: 'error', row: 'R10' },
  'customer.unknown': { severity: 'error', row: 'R10' },
  'customer.ambiguous': { severity: 'error', row: 'R10' },
  'customer.inactive': { severity: 'error', row: 'R10' },
  'customer.name-differs': { severity: 'error', row: 'R47' },
  'customer.conflict': { severity: 'error', row: 'R10' },
  'currency.conflict': { severity: 'error', row: 'R47' },
  'item.unknown': { severity: 'error', row: 'R10' },
  'item.ambiguous': { severity: 'error', row: 'R10' },
  'item.name-differs': { severity: 'error', row: 'R47' },
  'item.unit-differs': { severity: 'error', row: 'R47' },
  'item.specification-differs': { severity: 'warning', row: 'R47' },
  'item.discontinued': { severity: 'error', row: 'R24' },
  'quantity.not-positive': { severity: 'error', row: 'R10' },
  'price.negative': { severity: 'error', row: 'R10' },
  'price.zero': { severity: 'warning', row: 'R47' },
  'price.not-list': { severity: 'warning', row: 'R16' },
  'price.ambiguous': { severity: 'warning', row: 'R16' },
  'price.before-tax': { severity: 'error', row: 'R2' },
  'price.too-precise': { severity: 'error', row: 'R10' },
  'price.none': { severity: 'warning', row: 'R16' },
  'amount.mismatch': { severity: 'error', row: 'R10' },
  'stock.short': { severity: 'warning', row: 'R21' },
  'stock.unlisted': { severity: 'warning', row: 'R21' },
  'stock.other-warehouse': { severity: 'warning', row: 'R21' },
  'warehouse.unknown': { severity: 'error', row: 'R23' },
  'batch.unknown': { severity: 'error', row: 'R23' },
  'stock.unit-differs': { severity: 'info', row: 'R21' },
  'quantity.open-differs': { severity: 'warning', row: 'R10' },
  'shipped-date.future': { severity: 'error', row: 'R10' },
  'due-date.past': { severity: 'error', row: 'R10' },
  'line.duplicate': { severity: 'warning', row: 'R10' },
  // Who orders, and may he?
  'customer.over-credit': { severity: 'warning', row: 'R19', secret: 'credit' },
  'customer.overdue': { severity: 'warning', row: 'R19', secret: 'credit' },
  'customer.overdue-stop': { severity: 'error', row: 'R19', secret: 'credit' },
  'customer.new': { severity: 'info', row: 'R11' },
  'region.not-allowed': { severity: 'error', row: 'R11' },
  // How many, in what?
  'quantity.unit-differs': { severity: 'error', row: 'R47' },
  'quantity.unit-unclear': { severity: 'warning', row: 'R47' },
  'quantity.packs-differ': { severity: 'warning', row: 'R47' },
  'quantity.fraction': { severity: 'warning', row: 'R6' },
  'quantity.below-minimum': { severity: 'warning', row: 'R10' },
  'quantity.not-multiple': { severity: 'warning', row: 'R10' },
  'quantity.unusual': { severity: 'warning', row: 'R6' },
  // For how much?
  'price.gift-priced': { severity: 'error', row: 'R47' },
  'price.below-floor': { severity: 'warning', row: 'R17', secret: 'costs' },
  'price.low-margin': { severity: 'warning', row: 'R17', secret: 'costs' },
  'price.unlike-last': { severity: 'warning', row: 'R16' },
  'price.unit-differs': { severity: 'error', row: 'R47' },
  'discount.out-of-range': { severity: 'error', row: 'R10' },
  'discount.beyond-authority': { severity: 'warning', row: 'R17' },
  'total.mismatch': { severity: 'warning', row: 'R10' },
  // When?
  'due-date.non-working': { severity: 'warning', row: 'R10' },
  'due-date.too-soon': { severity: 'warning', row: 'R6' },
  'due-date.unusual': { severity: 'warning', row: 'R6' },
  'due-date.before-order': { severity: 'error', row: 'R10' },
  'order-date.future': { severity: 'warning', row: 'R10' },
  // Twice?
  'order.repeated': { severity: 'warning', row: 'R10' },
  'order.posted-before': { severity: 'warning', row: 'R47' },
  // What else must somebody look at?
  'requirement.review': { severity: 'info', row: 'R11' },
  'row.hidden': { severity: 'info', row: 'R47' },
  'column.guessed': { severity: 'info', row: 'R47' },
  // Is the book itself sound? About cells of price lists, stock sheets and customer lists in the workbook.
  'book.unreadable': { severity: 'warning', row: 'R47' },
  'book.barcode-shared': { severity: 'warning', row: 'R47' },
  'book.price-differs': { severity: 'warning', row: 'R47' },
  'book.stock-differs': { severity: 'warning', row: 'R47' },
  'book.stock-negative': { severity: 'warning', row: 'R47' },
  'book.member-above-retail': { severity: 'warning', row: 'R47' },
  'check.not-run': { severity: 'info', row: 'R47' },
} as const satisfies Record<string, { severity: Severity; row: string; secret?: Secret }>;

export type CheckCode = keyof typeof checkCodes;
