import type { Severity } from '../../../core/check/finding.ts';
import type { CellMark } from '../../../ui/sheet-session/port.ts';
import { addressLists } from './address-lists.ts';

/**
 * Marked cells are coloured by conditional formats: what the clerk filled or struck lies untouched below them, and they
 * grow and move with rows that are inserted. Their formula is always true and says whose they are, so that they are known
 * again in a file that anybody opens, without a word in the workbook's settings.
 */
const looks: Readonly<Record<Severity, { readonly formula: string; readonly fill: string }>> = {
  error: { formula: '=LEN("countersign error")>0', fill: '#F8B9BE' },
  warning: { formula: '=LEN("countersign warning")>0', fill: '#FFE48A' },
  info: { formula: '=LEN("countersign info")>0', fill: '#C7E0F4' },
};
const severities = Object.keys(looks) as Severity[];
const ownFormulas = new Set(Object.values(looks).map(({ formula }) => formula));

/** The conditional formats that lie on cells of the range. */
export const askFormats = (range: Excel.Range): Excel.ConditionalFormatCollection =>
  range.conditionalFormats.load('items/type');

/** Asks for the formulas of those that could be ours. */
export const askFormulas = ({ items }: Excel.ConditionalFormatCollection): readonly KnownFormat[] =>
  items
    .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
    .map((format) => ({ format, rule: format.custom.rule.load('formula') }));

export interface KnownFormat {
  readonly format: Excel.ConditionalFormat;
  readonly rule: Excel.ConditionalFormatRule;
}

export const isOwn = ({ rule }: KnownFormat): boolean => ownFormulas.has(rule.formula);

/** One format for each severity and list of cells. */
export function addColours(sheet: Excel.Worksheet, marks: readonly CellMark[]): void {
  for (const severity of severities) {
    for (const list of addressLists(marks.filter((mark) => mark.severity === severity))) {
      const { custom } = sheet.getRanges(list).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      custom.rule.formula = looks[severity].formula;
      custom.format.fill.color = looks[severity].fill;
    }
  }
}
