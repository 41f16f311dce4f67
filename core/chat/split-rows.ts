import type { Mention } from './items-in.ts';

/** A stretch of a line that orders one item. */
export interface RowText {
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

const separator = /[,，、;；。]|\s(?:and|plus)\s|和|以及|还有|還有|另外|再来|再來/giu;

/** "F-50 一百个，B-10 两百只": one row for each item a line names. Code and name of one item are one. */
export function splitRows(line: string, mentions: readonly Mention[]): readonly RowText[] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last && belongsTo(last, mention, line)) last.push(mention);
    else groups.push([mention]);
  }
  const starts = groups.map((group, at) => (at === 0 ? 0 : startOf(group, groups[at - 1] ?? [], line)));
  return groups.map((group, at) => ({ from: starts[at] ?? 0, to: starts[at + 1] ?? line.length, mentions: group }));
}

/** What a line says before the stretch of its first item begins; null = nothing. Something may be ordered there by a name no book has. */
export function leadOf(line: string, mentions: readonly Mention[]): RowText | null {
  const [first] = mentions;
  const to = first ? startOf([first], [], line) : 0;
  return first && to > 0 && to < first.from ? { from: 0, to, mentions: [] } : null;
}

/** Names the same thing, or follows without any number between: its description. */
function belongsTo(group: readonly Mention[], mention: Mention, line: string): boolean {
  const before = group.at(-1);
  if (!before) return false;
  if (group.some(({ items }) => items.some((item) => mention.items.includes(item)))) return true;
  const between = line.slice(before.to, mention.from);
  return !/[\d零一二两兩三四五六七八九十百千万萬,，、;；。]/.test(between);
}

/** After the last separator before the item; without one, where the item is named. */
function startOf(group: readonly Mention[], before: readonly Mention[], line: string): number {
  const from = before.at(-1)?.to ?? 0;
  const first = group[0]?.from ?? from;
  const found = [...line.slice(from, first).matchAll(separator)].at(-1);
  return found ? from + found.index + found[0].length : first;
}
