import type { CellValue } from '../../../core/sheet/grid.ts';
import { isDateFormat } from '../../../core/sheet/values/date.ts';
import { dateOfSerial } from '../../../core/value/date.ts';

/** A cell as Excel would show it, near enough to recognise: dates, decimals, thousands, percent. */
export function cellText(value: CellValue, format: string | null, date1904 = false): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return dateOfSerial(value, date1904) ?? String(value);
  return numberText(value, format ?? 'General');
}

function numberText(value: number, format: string): string {
  // What stands before the first ";" is for positive numbers; quoted text and colours say nothing about digits.
  const digits = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (!/[0#]/.test(digits)) return String(Number(value.toPrecision(15)));
  const decimals = /\.([0#?]+)/.exec(digits)?.[1] ?? '';
  const shown = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals.replaceAll(/[^0]/g, '').length,
    maximumFractionDigits: decimals.length,
    useGrouping: /[0#],[0#]/.test(digits),
  });
  return digits.includes('%') ? `${shown.format(value * 100)}%` : shown.format(value);
}
