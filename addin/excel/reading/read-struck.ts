import type { StruckAnswer, StruckQuestion } from '../../../ui/sheet-session/port.ts';
import { inExcel } from '../in-excel.ts';
import { inStretches, rowsTogether } from './row-stretches.ts';

/** Cells whose look one answer tells; each costs some 50 bytes. */
const cellsPerAnswer = 40_000;

/**
 * Which cells are struck through. Excel says of a range true, false, or null when its cells differ: the cells themselves are
 * looked at only in stretches that differ. One conversation, a second one where there are such.
 */
export const readStruck = (asked: readonly StruckQuestion[]): Promise<readonly StruckAnswer[]> =>
  asked.length === 0
    ? Promise.resolve([])
    : inExcel(async (context) => {
        // What is no longer than a stretch is known to hold some already, or is looked at as quickly.
        const short = asked.filter(isShort);
        const { struck, mixed } = await lookAt(context, asked.filter((each) => !isShort(each)).flatMap(stretchesOf));
        const found = new Map<string, StruckAnswer & { readonly rows: number[] }>(
          asked.map(({ sheet, column }) => [nameOf({ sheet, column }), { sheet, column, rows: [] }]),
        );
        const add = (stretch: Stretch, rows: readonly number[]) => found.get(nameOf(stretch))?.rows.push(...rows);
        for (const stretch of struck) add(stretch, rowsOf(stretch));
        for (const { stretch, rows } of await cellsOf(context, [...short, ...mixed])) add(stretch, rows);
        return [...found.values()]
          .filter(({ rows }) => rows.length > 0)
          .map((answer) => ({ ...answer, rows: answer.rows.toSorted((a, b) => a - b) }));
      });

type Stretch = StruckQuestion;
const nameOf = ({ sheet, column }: Pick<Stretch, 'sheet' | 'column'>): string => JSON.stringify([sheet, column]);
const isShort = ({ top, bottom }: Stretch): boolean => bottom - top < rowsTogether;

/** Which of them are struck through from top to bottom, and which in part. */
async function lookAt(
  context: Excel.RequestContext,
  stretches: readonly Stretch[],
): Promise<{ readonly struck: readonly Stretch[]; readonly mixed: readonly Stretch[] }> {
  const fonts = stretches.map((stretch) => {
    const { font } = rangeOf(context, stretch).format;
    return font.load('strikethrough');
  });
  if (stretches.length > 0) await context.sync();
  // Excel answers null where cells differ; its types don't say so.
  const of = (wanted: boolean | null) =>
    stretches.filter((_, at) => (fonts[at]?.strikethrough as boolean | null | undefined) === wanted);
  return { struck: of(true), mixed: of(null) };
}

async function cellsOf(
  context: Excel.RequestContext,
  stretches: readonly Stretch[],
): Promise<readonly { readonly stretch: Stretch; readonly rows: readonly number[] }[]> {
  const answers: { stretch: Stretch; rows: readonly number[] }[] = [];
  const atOnce = cellsPerAnswer / rowsTogether;
  for (let from = 0; from < stretches.length; from += atOnce) {
    const looks = stretches.slice(from, from + atOnce).map((stretch) => ({
      stretch,
      cells: rangeOf(context, stretch).getCellProperties({ format: { font: { strikethrough: true } } }),
    }));
    await context.sync();
    for (const { stretch, cells } of looks)
      answers.push({
        stretch,
        rows: rowsOf(stretch).filter((_, at) => cells.value[at]?.[0]?.format?.font?.strikethrough === true),
      });
  }
  return answers;
}

const rangeOf = (context: Excel.RequestContext, { sheet, column, top, bottom }: Stretch): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, column, bottom - top + 1, 1);

const rowsOf = ({ top, bottom }: Stretch): readonly number[] =>
  Array.from({ length: bottom - top + 1 }, (_, at) => top + at);

const stretchesOf = (stretch: Stretch): readonly Stretch[] =>
  inStretches(stretch).map((rows) => ({ ...stretch, ...rows }));
