import type { Field } from '../sheet/fields.ts';
import type { ParsedBatch } from '../sheet/parsed-order.ts';
import { checkCodes } from './codes.ts';
import type { Finding, Fix } from './finding.ts';
import { cellOf, type Place } from './place.ts';
import type { Observation } from './rule.ts';

/** Says in sheet terms what a rule saw: severity, file, sheet and the name of the cell. */
export function findingOf(observation: Observation, tables: ParsedBatch['tables']): Finding {
  const { at, code, fix, format, expected, actual, data, details } = observation;
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
    ...(details && details.length > 0 && { details }),
    ...(fix !== undefined && isField && { fix: { ...cell, value: fix, ...(format && { format }) } }),
    ...choicesOf(observation, isField ? cell : null, tables),
  };
}

function choicesOf(
  { at, choices = [], format: usual }: Observation,
  cell: Omit<Fix, 'value'> | null,
  tables: ParsedBatch['tables'],
): Pick<Finding, 'choices'> {
  const offered = choices.flatMap(({ content, label, field, format = usual }) => {
    const place = field ? cellOfField(at, field, tables) : cell;
    return place ? [{ ...place, value: content, ...(format && { format }), label }] : [];
  });
  return offered.length > 0 ? { choices: offered } : {};
}

/** A choice stands in the finding's own cell unless it names another column; one without column can't be chosen. */
function cellOfField(at: Place, of: Field<'orders'>, tables: ParsedBatch['tables']): Omit<Fix, 'value'> | null {
  if (!('line' in at)) return null;
  const { table, row, column, name, isField } = cellOf({ line: at.line, field: of }, tables);
  return isField ? { sheet: table.sheet, cell: name, row, column } : null;
}
