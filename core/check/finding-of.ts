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
  // Tens of thousands in a long sheet: put together field by field, which costs a quarter of spreading.
  const finding: Writable<Finding> = {
    code,
    severity: checkCodes[code].severity,
    sheet: table.sheet,
    cell: name,
    row,
    column,
    order: 'line' in at ? at.line.order.parsed.key : null,
  };
  if (table.file !== undefined) finding.file = table.file;
  if (expected) finding.expected = expected;
  if (actual) finding.actual = actual;
  if (data) finding.data = data;
  if (details && details.length > 0) finding.details = details;
  if (fix !== undefined && isField) finding.fix = { ...cell, value: fix, ...(format && { format }) };
  const choices = choicesOf(observation, isField ? cell : null, tables);
  if (choices.length > 0) finding.choices = choices;
  return finding;
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

const choicesOf = (
  { at, choices = [], format: usual }: Observation,
  cell: Omit<Fix, 'value'> | null,
  tables: ParsedBatch['tables'],
): NonNullable<Finding['choices']> =>
  choices.flatMap(({ content, label, field, format = usual }) => {
    const place = field ? cellOfField(at, field, tables) : cell;
    return place ? [{ ...place, value: content, ...(format && { format }), label }] : [];
  });

/** A choice stands in the finding's own cell unless it names another column; one without column can't be chosen. */
function cellOfField(at: Place, of: Field<'orders'>, tables: ParsedBatch['tables']): Omit<Fix, 'value'> | null {
  if (!('line' in at)) return null;
  const { table, row, column, name, isField } = cellOf({ line: at.line, field: of }, tables);
  return isField ? { sheet: table.sheet, cell: name, row, column } : null;
}
