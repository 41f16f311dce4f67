import { type PlainDate, parseDate } from '../value/date.ts';
import type { Cell } from './cells.ts';
import { quoted } from './longest.ts';
import type { Said, UnreadableCell } from './table.ts';
import { readCell } from './values/cell.ts';
import { followsOrder, type ReadColumn } from './values/column-context.ts';

/** What came of a row's cells. */
export interface ReadRow {
  readonly values: Readonly<Record<string, string | boolean>>;
  readonly unreadable: readonly UnreadableCell[];
  readonly said?: Said;
}

/** Whose words count, the first that says something: a unit typed with the stock says nothing of the ordered quantity. */
const speakers = {
  quantityUnit: ['quantity', 'onHand', 'available'],
  packs: ['quantity', 'onHand', 'available'],
  priceUnit: ['unitPrice', 'listPrice'],
  currency: ['unitPrice', 'listPrice', 'amount'],
  openDate: ['dueDate', 'inboundDate', 'validTo'],
  gift: ['unitPrice', 'amount'],
} as const satisfies Record<keyof Said, readonly string[]>;

/**
 * Reads the understood cells of a row; null when none of them says anything.
 * @param cellIn the cell a column's value stands in; elsewhere than in the row where cells are merged
 * @param orderedAbove the last order date above: a blank one goes on
 */
export function readRow(
  columns: readonly ReadColumn[],
  cellIn: (column: ReadColumn) => Cell,
  orderedAbove: PlainDate | null,
): ReadRow | null {
  const values: Record<string, string | boolean> = {};
  const unreadable: UnreadableCell[] = [];
  let isEmpty = true;
  let sayings: Map<string, Said> | null = null;
  const dated = columns.find(({ field }) => field === 'orderDate');
  const ordered = dated && readCell(cellIn(dated), dated, null);
  const orderedOn = ordered?.kind === 'value' ? parseDate(String(ordered.value)) : orderedAbove;
  for (const column of columns) {
    const cell = cellIn(column);
    const reading =
      column === dated && ordered ? ordered : readCell(cell, column, followsOrder(column) ? orderedOn : null);
    if (reading.kind !== 'empty') isEmpty = false;
    if (reading.kind === 'value') values[column.field] = reading.value;
    if (reading.kind !== 'unreadable') {
      if (reading.said) sayings = (sayings ?? new Map<string, Said>()).set(column.field, reading.said);
      continue;
    }
    unreadable.push({
      field: column.field,
      column: column.column,
      kind: column.kind,
      raw: quoted(cell.value === null ? (cell.formula ?? '') : String(cell.value)),
      problem: reading.problem,
      ...(reading.choices && { choices: reading.choices }),
    });
  }
  if (isEmpty) return null;
  return sayings ? { values, unreadable, said: saidBy(sayings) } : { values, unreadable };
}

function saidBy(sayings: ReadonlyMap<string, Said>): Said {
  const first = <Key extends keyof Said>(key: Key): Pick<Said, Key> | null => {
    const speaker = speakers[key].find((field) => sayings.get(field)?.[key] !== undefined);
    return speaker === undefined ? null : ({ [key]: sayings.get(speaker)?.[key] } as Pick<Said, Key>);
  };
  return {
    ...first('quantityUnit'),
    ...first('packs'),
    ...first('priceUnit'),
    ...first('currency'),
    ...first('openDate'),
    ...first('gift'),
  };
}
