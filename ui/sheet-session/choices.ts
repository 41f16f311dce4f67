import { roles } from '../../core/sheet/fields.ts';
import type { Choice, ColumnChoice, FoundTable, TableChoice } from '../../core/sheet/table.ts';
import { isRecord } from '../../core/value/record.ts';
import type { FoundSheets } from './examiner.ts';

/** Keeps what the user corrected once, for whenever this workbook, or one like it, is opened again. */
export interface ChoiceMemory {
  /** @param asFound the workbook as it is understood without any choice, to know it again by */
  recall(asFound: () => Promise<FoundSheets>): Promise<readonly Choice[]>;
  keep(choices: readonly Choice[], asFound: () => Promise<FoundSheets>): Promise<void>;
}

/** The newest word counts: an earlier choice about the same column or table is forgotten. */
export const withChoice = (choices: readonly Choice[], choice: Choice): readonly Choice[] => [
  ...choices.filter((old) => !isSame(old, choice)),
  choice,
];

function isSame(one: Choice, other: Choice): boolean {
  if ('struckRows' in one || 'struckRows' in other) return 'struckRows' in one && 'struckRows' in other;
  if (one.sheet !== other.sheet) return false;
  if ('heading' in one)
    return 'heading' in other && one.heading === other.heading && (one.nth ?? 0) === (other.nth ?? 0);
  return 'headings' in other && JSON.stringify(one.headings) === JSON.stringify(other.headings);
}

/** What a column of this table means, said by a person. */
export function columnChoice({ sheet, columns }: FoundTable, column: number, field: string | null): ColumnChoice {
  const heading = columns.find((each) => each.column === column)?.heading ?? '';
  const nth = columns.filter((each) => each.heading === heading && each.column < column).length;
  return { sheet, heading, ...(nth > 0 && { nth }), field };
}

/** What was kept comes back from anywhere: what isn't a choice is left out as if it had never been made. */
export const readChoices = (kept: unknown): readonly Choice[] => (Array.isArray(kept) ? kept.filter(isChoice) : []);

function isChoice(kept: unknown): kept is Choice {
  if (!isRecord(kept)) return false;
  if (kept.struckRows !== undefined) return kept.struckRows === 'left-out' || kept.struckRows === 'ordered';
  if (!isText(kept.sheet)) return false;
  const { heading, nth, field, headings, role } = kept;
  if (headings !== undefined)
    return Array.isArray(headings) && headings.every(isText) && (role === null || roles.some((each) => each === role));
  return isText(heading) && (nth === undefined || isPlace(nth)) && (field === null || isText(field));
}
const isText = (kept: unknown): kept is string => typeof kept === 'string';
const isPlace = (kept: unknown): boolean => Number.isInteger(kept) && Number(kept) >= 0;

/** The headings a table is known again by. */
export const headingsOf = ({ columns }: Pick<FoundTable, 'columns'>): TableChoice['headings'] =>
  columns.map(({ heading }) => heading).filter((heading) => heading !== '');
