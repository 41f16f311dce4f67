import type { Cell } from '../../../../core/sheet/cells.ts';
import type { FieldKind } from '../../../../core/sheet/fields.ts';
import { type ColumnContext, readCell } from '../../../../core/sheet/values/cell.ts';
import { anyOrder } from '../../../../core/sheet/values/date-column.ts';
import type { Reading } from '../../../../core/sheet/values/reading.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';

/** A cell read as one of a column that says nothing but what it is given. */
export function reading(cell: Partial<Cell>, kind: FieldKind, field: string = kind, more: Partial<ColumnContext> = {}) {
  const ratio = { divisor: '1' as Decimal, paid: false };
  const column = { field, kind, date1904: false, dates: anyOrder, mark: null, scale: null, ratio, ...more };
  return readCell({ value: null, format: null, formula: null, ...cell }, column, null);
}

/** A reading as one line: the value, 'empty', or the problem with its choices. */
export function shown(reading: Reading<string | boolean>): string {
  if (reading.kind === 'value') return String(reading.value);
  if (reading.kind === 'empty') return 'empty';
  return [reading.problem, ...(reading.choices ?? [])].join(' ');
}

/** What a reading says beside its value. */
export const saidBy = (reading: Reading<string | boolean>) =>
  reading.kind === 'unreadable' ? undefined : reading.said;
