import { cellName } from '../sheet/grid.ts';
import type { OrderTable, ParsedBatch } from '../sheet/parsed-order.ts';
import { checkCodes } from './codes.ts';
import type { Finding } from './finding.ts';
import type { Observation, Place } from './rule.ts';

/** Says in sheet terms what a rule saw: severity, file, sheet and the name of the cell. */
export function findingOf(observation: Observation, tables: ParsedBatch['tables']): Finding {
  const { at, code, fix, expected, actual, data } = observation;
  const table = tables[tableOf(at)];
  if (!table) throw new Error(`${code}: no table ${tableOf(at)} in this check`);
  const mapped = columnOf(at, table);
  const row = 'line' in at ? at.line.parsed.row : table.headerRow;
  const column = mapped ?? firstColumn(table);
  const cell = { sheet: table.sheet, cell: cellName(row, column), row, column };
  return {
    code,
    severity: checkCodes[code].severity,
    ...(table.file !== undefined && { file: table.file }),
    ...cell,
    order: 'line' in at ? at.line.order.parsed.key : null,
    ...(expected && { expected }),
    ...(actual && { actual }),
    ...(data && { data }),
    ...(fix !== undefined && mapped !== undefined && { fix: { ...cell, value: fix } }),
  };
}

export const tableOf = (at: Place): number => ('line' in at ? at.line.parsed.table : at.table);

/** The column a place stands in; undefined when it has none (a whole table, a field without a column). */
function columnOf(at: Place, table: OrderTable): number | undefined {
  if (!('line' in at)) return undefined;
  if ('column' in at) return at.column;
  const fields = typeof at.field === 'string' ? [at.field] : at.field;
  return fields.map((field) => table.columns[field]).find((column) => column !== undefined);
}

/** Where the table begins: at least its row is right. */
const firstColumn = ({ columns }: OrderTable): number => {
  const known = Object.values(columns);
  return known.length > 0 ? Math.min(...known) : 0;
};
