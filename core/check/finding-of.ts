import type { ParsedBatch } from '../sheet/parsed-order.ts';
import { checkCodes } from './codes.ts';
import type { Finding, Fix } from './finding.ts';
import { cellOf } from './place.ts';
import type { Observation } from './rule.ts';

/** Says in sheet terms what a rule saw: severity, file, sheet and the name of the cell. */
export function findingOf(observation: Observation, tables: ParsedBatch['tables']): Finding {
  const { at, code, fix, format, choices, expected, actual, data } = observation;
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
    ...(fix !== undefined && isField && { fix: { ...cell, value: fix, ...(format && { format }) } }),
    ...(choices && { choices: choices.flatMap((choice) => choiceOf(choice, cell, observation, tables)) }),
  };
}

/** A choice stands in the finding's own cell unless it names another column; one without column can't be chosen. */
function choiceOf(
  { content, label, field }: NonNullable<Observation['choices']>[number],
  cell: Omit<Fix, 'value'>,
  { at }: Observation,
  tables: ParsedBatch['tables'],
): (Fix & { readonly label: string })[] {
  if (!field) return [{ ...cell, value: content, label }];
  if (!('line' in at)) return [];
  const { table, row, column, name, isField } = cellOf({ line: at.line, field }, tables);
  return isField ? [{ sheet: table.sheet, cell: name, row, column, value: content, label }] : [];
}
