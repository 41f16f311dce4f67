import { struckColumns } from '../../core/sheet/struck-rows.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { StruckAnswer, StruckQuestion } from './port.ts';

/** The columns of the order tables that tell whether a row is struck through, from below the header on. */
export const struckQuestions = (tables: readonly FoundTable[]): readonly StruckQuestion[] =>
  tables.flatMap(({ file, sheet, headerRow, area, ...table }) =>
    area.bottom > headerRow
      ? struckColumns(table).map((column) => ({
          ...(file !== undefined && { file }),
          sheet,
          column,
          top: headerRow + 1,
          bottom: area.bottom,
        }))
      : [],
  );

/** Only where reading left it open, and of the rows among which there are some. */
export const openQuestions = (
  asked: readonly StruckQuestion[],
  sheets: readonly SheetOfFile[],
): readonly StruckQuestion[] =>
  asked.flatMap((question) => {
    const sheet = sheets.find((each) => isOn(question, each));
    if (!sheet || sheet.struck !== undefined) return [];
    const spans = sheet.struckAmong ?? [question];
    return spans
      .map(({ top, bottom }) => ({
        ...question,
        top: Math.max(top, question.top),
        bottom: Math.min(bottom, question.bottom),
      }))
      .filter(({ top, bottom }) => top <= bottom);
  });

/** The sheets with just these cells struck through. */
export const withStruck = (sheets: readonly SheetOfFile[], struck: readonly StruckAnswer[]): readonly SheetOfFile[] =>
  sheets.map((sheet) => {
    const own = struck.filter((each) => isOn(each, sheet)).map(({ column, rows }) => ({ column, rows }));
    return { ...sheet, struck: own };
  });

/** Whether the sheets hold these cells as struck through already, and no others of the columns asked about. */
export function isKnownStruck(
  sheets: readonly SheetOfFile[],
  asked: readonly StruckQuestion[],
  struck: readonly StruckAnswer[],
): boolean {
  return asked.every((question) => {
    const sheet = sheets.find((each) => isOn(question, each));
    const known = rowsIn(sheet?.struck ?? [], question);
    const now = rowsIn(
      struck.filter((each) => each.sheet === question.sheet && each.file === question.file),
      question,
    );
    return JSON.stringify(known) === JSON.stringify(now);
  });
}

const rowsIn = (
  struck: readonly { readonly column: number; readonly rows: readonly number[] }[],
  { column, top, bottom }: StruckQuestion,
): readonly number[] =>
  [...new Set(struck.filter((each) => each.column === column).flatMap(({ rows }) => rows))]
    .filter((row) => top <= row && row <= bottom)
    .sort((a, b) => a - b);

const isOn = (place: { readonly file?: string; readonly sheet: string }, sheet: SheetOfFile): boolean =>
  place.sheet === sheet.sheet && place.file === sheet.file;
