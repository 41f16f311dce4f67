import { isBlank, valueAt } from './cells.ts';
import type { CellValue, Grid } from './grid.ts';
import { isKnownHeading, matchHeading } from './headings.ts';
import { plainText } from './text.ts';

/** A label and what it says: 客户：华东机电, in one cell or in two beside each other. */
export interface Labelled {
  readonly label: string;
  readonly value: CellValue;
  /** Where the value stands, zero-based. */
  readonly row: number;
  readonly column: number;
  /** The value shares its cell with the label. */
  readonly inLabel: boolean;
}

/** A row of labels and their answers. */
export interface LabelledRow {
  readonly pairs: readonly Labelled[];
  /** Nothing else stands in it, and at least one label is a known word: no row of any table's data looks like that. */
  readonly whole: boolean;
}

/** Nobody writes more rows of labels over a table. */
export const mostAbove = 20;

const labelFirst = /^[^:：\d][^:：]{0,30}[:：]/;
/** Several in one cell: by wide gaps and line breaks; Chinese labels also by a single blank. */
const between = /\s{2,}|[\n\r\t;；]|\s(?=\p{Script=Han}{1,8}\s?[:：])/u;

/** 日　期：and 联 系 人：are spread over their width with blanks; so may be the answer before it: 客户：张 三 电 话：. */
const spread = /(?<!\p{L})\p{Script=Han}(\s+)\p{Script=Han}(?:\1\p{Script=Han}){0,2}(?=\s*[:：])/gu;

/** Where the cell begins with them all letters are the label; else the longest end that is a heading, or the last two. */
function gathered(spelled: string, gap: string, at: number, cell: string): string {
  const letters = spelled.split(gap);
  const endFrom = (from: number): string => letters.slice(from).join('');
  const isFirst = cell.slice(0, at).trim() === '';
  const known = letters.slice(0, -1).findIndex((_, from) => isKnownHeading(endFrom(from)));
  const from = isFirst ? 0 : known < 0 ? letters.length - 2 : known;
  return [...letters.slice(0, from), endFrom(from)].join(gap);
}

/**
 * Takes a row of cells apart into labels and answers.
 * @param bare words without a colon count as labels, too, where they are known headings (客户 | 华东机电)
 */
export function labelledRow(grid: Grid, row: number, left: number, right: number, bare: boolean): LabelledRow {
  const pairs: Labelled[] = [];
  let isWhole = true;
  let isKnown = false;
  let open: string | null = null;
  for (let column = left; column <= right; column++) {
    const content = valueAt(grid, row, column);
    if (isBlank(content)) continue;
    const labels: readonly Answered[] | null =
      typeof content === 'string' ? labelsIn(content, bare && open === null) : null;
    if (labels) {
      for (const { label, answer } of labels) {
        isKnown ||= isKnownHeading(label) || isHeadWord(label);
        if (answer !== '') pairs.push({ label, value: answer, row, column, inLabel: true });
      }
      const last = labels.at(-1);
      open = last?.answer === '' ? last.label : null;
    } else if (open !== null) {
      if (typeof content === 'string' && bare && isKnownHeading(content)) isWhole = false;
      pairs.push({ label: open, value: content, row, column, inLabel: false });
      open = null;
    } else isWhole = false;
  }
  return { pairs, whole: isWhole && isKnown };
}

const isHeadWord = (label: string): boolean => matchHeading('orders', label) !== null;

interface Answered {
  readonly label: string;
  readonly answer: string;
}

function labelsIn(content: string, bare: boolean): readonly Answered[] | null {
  const labels: Answered[] = [];
  const narrow = content.replace(spread, gathered);
  for (const part of narrow.trim().split(between)) {
    const text = part.trim();
    const colon = text.search(/[:：]/);
    if (labelFirst.test(text))
      labels.push({ label: plainText(text.slice(0, colon)), answer: plainText(text.slice(colon + 1)) });
    // An answer may go on after a wide gap: 地址：宁波市  北仑区.
    else if (labels.length > 0) labels.push(goneOn(labels.pop() as Answered, part));
    else return bare && isKnownHeading(content) ? [{ label: plainText(content), answer: '' }] : null;
  }
  return labels;
}

const goneOn = ({ label, answer }: Answered, part: string): Answered => ({
  label,
  answer: plainText(`${answer} ${part}`),
});

/** Rows of data seldom hold a colon in their first cell: they are passed quickly. */
export const mayBeLabelled = (cells: readonly CellValue[]): boolean => {
  const first = cells.find((content) => !isBlank(content));
  return typeof first === 'string' && /[:：]/.test(first);
};
