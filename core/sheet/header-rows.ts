import type { Area } from './grid.ts';
import { headingParts, isKnownHeading, turnsMeaning } from './headings.ts';

/** The texts of a row that could be a header, from left to right; two at least. */
export interface RowTexts {
  readonly row: number;
  readonly texts: readonly { readonly column: number; readonly text: string }[];
}

export const textsByColumn = ({ texts }: RowTexts): ReadonlyMap<number, string> =>
  new Map(texts.map(({ column, text }) => [column, text]));

/**
 * Does the row below go on heading the columns? It fills what a group heading above leaves open: under a merged cell, or
 * under a heading and the blank cells beside it; and it says nothing under a heading that stands alone.
 */
export function secondHeaderRow(
  above: RowTexts,
  below: RowTexts,
  merges: ReadonlyMap<string, Area>,
  known: (text: string) => boolean,
): boolean {
  const isMerged = (column: number): boolean => merges.has(`${above.row},${column}`);
  const words = below.texts.filter(({ text }) => known(text)).length;
  if (above.texts.some(({ column }) => isMerged(column))) {
    const under = below.texts.filter(({ column }) => isMerged(column));
    const singles = new Set(above.texts.filter(({ column }) => !isMerged(column)).map(({ column }) => column));
    return under.length >= 2 && words >= 1 && below.texts.every(({ column }) => !singles.has(column));
  }
  // Without a merge only known headings convince: a row of data may have blanks and texts, too.
  const heads = new Set(above.texts.map(({ column }) => column));
  const filled = new Set(below.texts.map(({ column }) => column));
  const isGroup = (column: number): boolean => !heads.has(column + 1) && filled.has(column + 1);
  const fits = below.texts.every(({ column }) => !heads.has(column) || isGroup(column));
  return fits && words * 3 >= below.texts.length * 2;
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * The heading of each column out of one or two rows, and of group headings above where the same heading stands twice
 * (订货 数量 金额 | 发货 数量 金额).
 */
export function groupHeadings(
  { left, right }: Span,
  first: ReadonlyMap<number, string>,
  second: ReadonlyMap<number, string> | null,
  above: ReadonlyMap<number, string> | null,
  merged: {
    readonly mergedInto: (column: number) => number | undefined;
    readonly groupOf: (column: number) => number | undefined;
  },
): readonly string[] {
  const headings: string[] = [];
  let group = '';
  for (let column = left; column <= right; column++) {
    const own = first.get(column) ?? '';
    const below = second?.get(column);
    const into = merged.mergedInto(column);
    group = own || (below === undefined ? '' : group);
    const over = into === undefined ? group : (first.get(into) ?? own);
    headings.push(below === undefined ? own : joined(over, below));
  }
  return above ? toldApart(headings, left, (column) => above.get(merged.groupOf(column) ?? -1)) : headings;
}

function toldApart(
  headings: readonly string[],
  left: number,
  groupOf: (column: number) => string | undefined,
): readonly string[] {
  const times = new Map<string, number>();
  for (const heading of headings) times.set(heading, (times.get(heading) ?? 0) + 1);
  return headings.map((heading, offset) => {
    const group = groupOf(left + offset);
    return heading === '' || group === undefined || times.get(heading) === 1 ? heading : joined(group, heading);
  });
}

/**
 * "产品" over "编号" is 产品编号, "数量" over "订货" is 订货数量, "商品信息" over "数量" is 数量: the joined word where it is known, else
 * the lower one — unless the group turns its meaning: "上月" over "数量" is no order quantity.
 */
function joined(group: string, below: string): string {
  if (group === below) return below;
  const gap = /[a-z]$/i.test(group) && /^[a-z]/i.test(below) ? ' ' : '';
  for (const both of [group + gap + below, below + gap + group]) if (isKnownHeading(both)) return both;
  return turnsMeaning(headingParts(group).key) ? group + gap + below : below;
}
