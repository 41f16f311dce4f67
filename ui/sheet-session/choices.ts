import { z } from 'zod';
import { roles } from '../../core/sheet/fields.ts';
import type { Choice, ColumnChoice, FoundTable, TableChoice } from '../../core/sheet/table.ts';
import type { FoundSheets } from './examine.ts';

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

const saved: z.ZodType<Choice> = z.union([
  z.object({
    sheet: z.string(),
    heading: z.string(),
    nth: z.int().nonnegative().exactOptional(),
    field: z.string().nullable(),
  }),
  z.object({ sheet: z.string(), headings: z.array(z.string()), role: z.enum(roles).nullable() }),
  z.object({ struckRows: z.enum(['left-out', 'ordered']) }),
]);

/** What was kept comes back from anywhere: what isn't a choice is left out as if it had never been made. */
export const readChoices = (kept: unknown): readonly Choice[] =>
  Array.isArray(kept)
    ? kept.flatMap((one) => {
        const read = saved.safeParse(one);
        return read.success ? [read.data] : [];
      })
    : [];

/** The headings a table is known again by. */
export const headingsOf = ({ columns }: Pick<FoundTable, 'columns'>): TableChoice['headings'] =>
  columns.map(({ heading }) => heading).filter((heading) => heading !== '');
