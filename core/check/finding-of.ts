import type { ParsedBatch } from '../sheet/parsed-order.ts';
import { checkCodes } from './codes.ts';
import type { Finding } from './finding.ts';
import { cellOf } from './place.ts';
import type { Observation } from './rule.ts';

/** Says in sheet terms what a rule saw: severity, file, sheet and the name of the cell. */
export function findingOf(observation: Observation, tables: ParsedBatch['tables']): Finding {
  const { at, code, fix, expected, actual, data } = observation;
  const { table, row, column, name, isField } = cellOf(at, tables);
  const cell = { sheet: table.sheet, cell: name, row, column };
  return {
    code,
    severity: checkCodes[code].severity,
    ...(table.file !== undefined && { file: table.file }),
    ...cell,
    order: 'line' in at ? at.line.order.parsed.key : null,
    ...(expected && { expected }),
    ...(actual && { actual }),
    ...(data && { data }),
    ...(fix !== undefined && isField && { fix: { ...cell, value: fix } }),
  };
}
