import type { Severity } from './finding.ts';

/** Every finding the checker can make, with its severity and the requirement it serves. Texts: locales/…/findings.json. */
export const checkCodes = {
  'column.missing': { severity: 'error', row: 'R2' },
  'field.missing': { severity: 'error', row: 'R10' },
  'field.unreadable': { severity: 'error', row: 'R10' },
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
  'shipped-date.future': { severity: 'error', row: 'R10' },
  'due-date.past': { severity: 'error', row: 'R10' },
  'line.duplicate': { severity: 'warning', row: 'R10' },
  'check.not-run': { severity: 'info', row: 'R47' },
} as const satisfies Record<string, { severity: Severity; row: string }>;

export type CheckCode = keyof typeof checkCodes;
