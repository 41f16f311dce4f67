import { columnName } from '../../../core/sheet/grid.ts';
import { type StatusTone, statusTones } from '../../../ui/components/status-tones.ts';
import { askFormats, askFormulas, type KnownFormat } from './colours.ts';

/** Pale enough for a grey print, the word dark on it: colour says no more than the word. */
const looks: Readonly<Record<StatusTone, { readonly fill: string; readonly font: string }>> = {
  informative: { fill: '#EDEBE9', font: '#424242' },
  brand: { fill: '#DCEBFA', font: '#0C3B5E' },
  warning: { fill: '#FDE7CF', font: '#6B3A00' },
  success: { fill: '#D7F0D7', font: '#0E4B0E' },
  danger: { fill: '#FADCDF', font: '#6E0811' },
};

export type StatusWordsOf = (tone: StatusTone) => readonly string[];

/** A formula holds no longer text. */
const longestText = 255;
const ownFormula = /^=ISNUMBER\(FIND\("\|"&\$[A-Z]+\d+&"\|","countersign (\w+)\|(.*)\|"\)\)$/;

/** Whether a conditional format is ours, of this or an earlier day: its formula says so. */
export const isStatusColour = ({ rule }: KnownFormat): boolean => ownFormula.test(rule.formula);

/** What an earlier writing left on the cells of a status column. */
export async function findStatusColours(cells: Excel.Range): Promise<readonly KnownFormat[]> {
  const context = cells.context as Excel.RequestContext;
  const asked = askFormats(cells);
  await context.sync();
  const formats = askFormulas(asked);
  if (formats.length > 0) await context.sync();
  return formats.filter(isStatusColour);
}

/**
 * Colours a status column by what stands in it: one conditional format a tone, in place of those that were found on these cells.
 * The words of somebody who wrote in another language stay coloured.
 */
export function colourStatuses(
  cells: Excel.Range,
  before: readonly KnownFormat[],
  { row, column, words }: { readonly row: number; readonly column: number; readonly words: StatusWordsOf },
): void {
  const earlier = before.map(({ rule }) => ownFormula.exec(rule.formula) ?? []);
  for (const { format } of before) format.delete();
  for (const tone of statusTones) {
    const known = earlier.flatMap(([, own, list]) => (own === tone ? (list ?? '').split('|') : []));
    const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    custom.rule.formula = formulaOf(`$${columnName(column)}${row + 1}`, tone, [...words(tone), ...known]);
    custom.format.fill.color = looks[tone].fill;
    custom.format.font.color = looks[tone].font;
  }
}

/** @param cell the first of the range: below it Excel counts on */
function formulaOf(cell: string, tone: StatusTone, words: readonly string[]): string {
  let list = `countersign ${tone}|`;
  for (const word of new Set(words)) if (list.length + word.length < longestText) list += `${word}|`;
  return `=ISNUMBER(FIND("|"&${cell}&"|","${list}"))`;
}
